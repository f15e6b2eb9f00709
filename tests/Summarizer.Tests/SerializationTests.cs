using System.Text.Json;

namespace Summarizer.Tests;

public sealed class SerializationTests
{
    [Fact]
    public void Reflection_is_off()
        => Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(new { a = 1 }));
}
