using System.Runtime.CompilerServices;

namespace Summarizer.Tests.Support;

/// <summary>Tests leave nothing in the user's own data folder: hosts, and the processes that tests start, keep their catalog in memory
/// unless a test says otherwise.</summary>
internal static class NoCatalogFile
{
#pragma warning disable CA2255 // Before any host reads its environment.
    [ModuleInitializer]
    internal static void Set() => Environment.SetEnvironmentVariable("Catalog__Folder", "memory");
#pragma warning restore CA2255
}
