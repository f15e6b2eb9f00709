using System.Net;

namespace Summarizer.LanguageModel.Wire;

/// <summary>
/// Ends every answer of the model's server at a greatest length, while it is on the wire: the client buffers whatever a
/// response holds. An answer that was cut is no JSON any more, and is handled as any other malformed one.
/// </summary>
internal sealed class BoundedReplies : DelegatingHandler
{
    /// <summary>
    /// The longest reply that is requested is 8,192 tokens; at 512 bytes each there is room for tokens that are long, escaped
    /// as \uXXXX, and for what the API wraps around them.
    /// </summary>
    internal const int MostBytes = RequestBuilder.MostOutput * 512;

    public BoundedReplies()
        : base(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        => Bounded(base.Send(request, cancellationToken));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => Bounded(await base.SendAsync(request, cancellationToken).ConfigureAwait(false));

    private static HttpResponseMessage Bounded(HttpResponseMessage response)
    {
        response.Content = new BoundedContent(response.Content);
        return response;
    }

    /// <summary>Has no length of its own, so that nobody sets memory aside for what the server announces.</summary>
    private sealed class BoundedContent : HttpContent
    {
        private readonly HttpContent whole;

        public BoundedContent(HttpContent whole)
        {
            this.whole = whole;
            foreach (var (name, values) in whole.Headers.NonValidated)
            {
                if (!name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                    Headers.TryAddWithoutValidation(name, values);
            }
        }

        protected override async Task<Stream> CreateContentReadStreamAsync()
            => new BoundedStream(await whole.ReadAsStreamAsync().ConfigureAwait(false));

        protected override Stream CreateContentReadStream(CancellationToken cancellationToken)
            => new BoundedStream(whole.ReadAsStream(cancellationToken));

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var bounded = await CreateContentReadStreamAsync().ConfigureAwait(false);
            await using (bounded.ConfigureAwait(false))
                await bounded.CopyToAsync(stream).ConfigureAwait(false);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                whole.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class BoundedStream(Stream whole) : Stream
    {
        private int left = MostBytes;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Took(whole.Read(buffer, offset, Math.Min(count, left)));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => Took(await whole.ReadAsync(buffer[..Math.Min(buffer.Length, left)], cancellationToken).ConfigureAwait(false));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                whole.Dispose();
            base.Dispose(disposing);
        }

        private int Took(int read)
        {
            left -= read;
            return read;
        }
    }
}
