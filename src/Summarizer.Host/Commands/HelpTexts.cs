namespace Summarizer.Host.Commands;

/// <summary>What <c>--help</c> prints, by command.</summary>
internal static class HelpTexts
{
    public const string Program = """
        Summarizer turns articles into grounded summaries and stance tags.

        Usage: Summarizer.Host [--once] [FILE...]
               Summarizer.Host COMMAND [ARGUMENT...]

        Without a command it makes the containers, uploads the files, prints a table of results, and serves API and
        page on http://127.0.0.1:7071 until Ctrl+C. Where ArticleStorage is not set it starts the storage emulator
        Azurite, or uses the one that listens, and uploads its samples there the first time.

          FILE          uploaded first, under its own name
          --once        stop when nothing is pending
          --help, -h    this help; after a command, that command's
          --            what follows are files, even if they begin with a hyphen

        Commands:
          export FOLDER     write all results as JSON Lines and CSV
          rerun ...         do articles again: the failed ones, some, or all
          reindex           write anew what lists and stances are read from
          health [URL]      ask a running Host whether it is healthy

        Examples:
          Summarizer.Host
          Summarizer.Host article.txt page.html
          Summarizer.Host --once article.txt
          dotnet run --project src/Summarizer.Host -- --once article.txt     (from the sources)

        Exit status: 0 done; 1 an article failed (with --once); 2 wrong arguments or settings, or it cannot start;
        130 interrupted.

        Settings are environment variables, such as ArticleStorage, ASPNETCORE_URLS, Engine and Api__Key; README.md
        lists them all.
        """;

    public const string Export = """
        Writes all results into a folder, which is made if it is missing: results.jsonl (the documents, one a line),
        results.csv (one row an article), stances.csv (one row a stance) and reviews.jsonl (reviewers' verdicts, one
        article a line). Older files of these names are replaced when all is written.

        Usage: Summarizer.Host export FOLDER

          FOLDER        where to write
          --help, -h    this help

        Example:
          Summarizer.Host export results-2025

        Exit status: 0 written; 2 wrong arguments or settings, storage does not answer, or the folder cannot be
        written to; 130 interrupted.
        """;

    public const string Reindex = """
        Writes every index entry, from which lists and stances are read, anew from its result. Needed when entries were
        lost or written by another version; results themselves do not change.

        Usage: Summarizer.Host reindex

          --help, -h    this help

        Example:
          Summarizer.Host reindex

        Exit status: 0 written; 2 wrong arguments or settings, or storage does not answer; 130 interrupted.
        """;

    public const string Rerun = """
        Does articles again: with another engine, other settings, or because they failed. It says how many articles and
        tokens and what cost, and asks first. It can be interrupted: the same command then goes on where it stopped.
        What the same engine, prompt and settings were paid for is not paid for again, and a failure leaves a good
        result in its place. A serving Host may run meanwhile.

        Usage: Summarizer.Host rerun --all | --failed | --prefix PREFIX [--again] [--yes]

          --all              every article
          --failed           those that failed; goes together with --prefix
          --prefix PREFIX    those whose names begin so
          --again            pay again for what was paid for
          --yes              do not ask
          --help, -h         this help

        Examples:
          Summarizer.Host rerun --failed
          Summarizer.Host rerun --prefix 2018/ --again --yes

        Exit status: 0 none failed; 1 an article failed; 2 wrong arguments or settings, storage does not answer, or
        nobody could be asked; 130 interrupted.
        """;

    public const string Health = """
        Asks a running Host whether it is healthy; for containers without a shell or curl.

        Usage: Summarizer.Host health [URL]

          URL           where the Host serves; otherwise the first address of ASPNETCORE_URLS, or http://127.0.0.1:7071
          --help, -h    this help

        Example:
          Summarizer.Host health http://127.0.0.1:7071

        Exit status: 0 healthy; 1 not healthy or no answer within 8 s, and the reason; 2 wrong arguments.
        """;
}
