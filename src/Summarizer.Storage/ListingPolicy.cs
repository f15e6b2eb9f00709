using Azure.Core;
using Azure.Core.Pipeline;

namespace Summarizer.Storage;

/// <summary>Lets no blob's name keep a listing from being read; see <see cref="ListingXml"/>.</summary>
internal sealed class ListingPolicy : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        if (IsListing(message.Request) && message.Request.Uri.Query.Contains("&marker=", StringComparison.Ordinal))
            message.Request.Uri.Query = ListingXml.WithOwnMarker(message.Request.Uri.Query);
    }

    public override void OnReceivedResponse(HttpMessage message)
    {
        // The client has the whole answer in memory by now.
        if (!IsListing(message.Request) || message.Response is not { Status: 200, ContentStream: MemoryStream content })
            return;
        var xml = content.TryGetBuffer(out var buffer) ? buffer.AsMemory() : content.ToArray();
        var mended = ListingXml.Mended(xml);
        if (!mended.Equals(xml))
            message.Response.ContentStream = new MemoryStream(mended.ToArray(), writable: false);
    }

    private static bool IsListing(Request request) => request.Uri.Query.Contains("comp=list", StringComparison.Ordinal);
}
