using Summarizer.Telemetry;

namespace Summarizer.Tests.Telemetry;

public sealed class RedactionTests
{
    private const string Key = "sK9fjw02JdLq7-zzQ_41vbn";

    [Theory]
    [InlineData("Incorrect API key provided: sK9fjw02JdLq7-zzQ_41vbn. See docs.", "Incorrect API key provided: [redacted] See docs.")]
    [InlineData("Incorrect API key provided: sK9fjw02*******1vbn.", "Incorrect API key provided: [redacted]")]
    [InlineData("The key sK9fjw02JdLq… is unknown", "The key [redacted]… is unknown")]
    [InlineData("https://example.org/?key=sk9fjw02jdlq7-zzq_41vbn&x=1", "https://example.org/?key=[redacted]&x=1")]
    [InlineData("Authorization: Bearer abcdef.ghijkl", "Authorization: Bearer [redacted]")]
    [InlineData("Bad token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "Bad token [redacted]")]
    [InlineData("key 0123456789abcdef0123456789abcdef refused", "key [redacted] refused")]
    [InlineData("sk-proj-abcdefghij is revoked", "[redacted] is revoked")]
    public void Credentials_go(string message, string shown) => Assert.Equal(shown, Redaction.Redact(message, Key));

    [Theory]
    [InlineData("The model `gpt-4.1-mini-2025-04-14` does not exist or you do not have access to it.")]
    [InlineData("Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.")]
    [InlineData("Request 3f2b6c1e-8a4d-4c1f-9b7e-0d5a6e7f8a9b failed: token limit of 128000 reached.")]
    [InlineData("This model's maximum context length is 8192 tokens; your messages resulted in 9000 tokens.")]
    public void Other_words_stay(string message) => Assert.Equal(message, Redaction.Redact(message, Key));

    [Fact]
    public void A_short_key_goes_where_it_stands_alone()
        => Assert.Equal("key '[redacted]' is noneffective", Redaction.Redact("key 'none' is noneffective", "none"));
}
