namespace DisclosureArchive.Reports.Reading.Office;

/// <summary>
/// Old Word files to docx by LibreOffice. Starting it costs far more than a file does, so all requests that wait while it runs go together into the next run; a
/// run that does not end well is repeated file by file, so that one file spoils no other. One run at a time, in a folder of its own that is removed on disposal. Thread-safe.
/// </summary>
/// <param name="limits">Time of a file's conversion and size of what comes out.</param>
/// <param name="program">LibreOffice, or null if this machine has none.</param>
internal sealed class OfficeConverter(ReadingLimits limits, OfficeProgram? program) : IDisposable
{
    private const int MostAtOnce = 32;
    private const string Target = "docx:MS Word 2007 XML";

    /// <summary>What LibreOffice can surely read: if it can't, it is not the file's fault.</summary>
    private static readonly byte[] Simplest = @"{\rtf1\ansi 1\par}"u8.ToArray();

    private readonly Lock _running = new();
    private readonly List<Request> _waiting = [];
    private string? _folder;
    private int _runs;
    private bool? _works;
    private bool _disposed;

    public OfficeConverter(ReadingLimits limits)
        : this(limits, OfficeProgram.Find())
    {
    }

    /// <summary>How many times LibreOffice was started.</summary>
    public int Runs => _runs;

    /// <summary>Where it works; null before its first run and after disposal.</summary>
    public string? Folder => _folder;

    /// <summary>Converts a file; waits while others are converted.</summary>
    /// <param name="content">The file.</param>
    /// <param name="extension">What it is by its content, such as <c>doc</c>: LibreOffice sees no other name of it.</param>
    public Conversion Convert(ReadOnlyMemory<byte> content, string extension)
    {
        if (program is null)
            return new Conversion(ConversionOutcome.NoProgram);
        using var pause = ReadingClock.Pause();
        var request = new Request(content, extension);
        lock (_waiting)
            _waiting.Add(request);
        lock (_running)
        {
            // Whoever ran before took this request along, or it runs now with all that came meanwhile.
            while (request.Result is null)
                Run(Take());
        }

        return request.Result;
    }

    public void Dispose()
    {
        lock (_running)
        {
            _disposed = true;
            if (_folder is not null)
                Remove(_folder);
            _folder = null;
        }
    }

    private List<Request> Take()
    {
        lock (_waiting)
        {
            var taken = _waiting.GetRange(0, Math.Min(MostAtOnce, _waiting.Count));
            _waiting.RemoveRange(0, taken.Count);
            return taken;
        }
    }

    /// <summary>Gives every request its result, whatever happens.</summary>
    private void Run(List<Request> requests)
    {
        try
        {
            var end = RunOnce(requests);
            if (end != RunEnd.Done && requests.Count > 1)
            {
                foreach (var request in requests)
                    Run([request]);
                return;
            }

            foreach (var request in requests)
                request.Result = ResultOf(request.Docx, end);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Nowhere to write.
        }
        finally
        {
            foreach (var request in requests)
                request.Result ??= new Conversion(ConversionOutcome.NoProgram);
        }
    }

    private Conversion ResultOf(byte[]? docx, RunEnd end)
    {
        if (docx is null)
        {
            return new Conversion(end switch
            {
                RunEnd.TimedOut => ConversionOutcome.TimedOut,
                RunEnd.TooLarge => ConversionOutcome.TooLarge,
                _ => Works() ? ConversionOutcome.Failed : ConversionOutcome.NoProgram,
            });
        }

        _works = true;
        return docx.Length <= limits.ExpandedBytes ? new Conversion(ConversionOutcome.Converted, docx) : new Conversion(ConversionOutcome.TooLarge);
    }

    /// <summary>Whether LibreOffice can convert anything here: an installation may lack its word processor.</summary>
    private bool Works()
    {
        if (_works is null)
        {
            var simplest = new Request(Simplest, "rtf");
            _works = RunOnce([simplest]) == RunEnd.Done && simplest.Docx is not null;
        }

        return _works.Value;
    }

    /// <summary>One run for some files; those that came out have their <see cref="Request.Docx"/> then.</summary>
    private RunEnd RunOnce(List<Request> requests)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_folder is null)
        {
            _folder = Directory.CreateTempSubdirectory("disclosure-").FullName;
            OfficeProfile.Write(ProfileFolder);
        }

        _runs++;
        var work = Directory.CreateDirectory(Path.Combine(_folder, $"run-{_runs}")).FullName;
        try
        {
            var names = new List<string>();
            for (var index = 0; index < requests.Count; index++)
            {
                names.Add(Path.Combine(work, $"{index}.{requests[index].Extension}"));
                File.WriteAllBytes(names[index], requests[index].Content.Span);
            }

            var output = Path.Combine(work, "docx");
            string[] arguments =
            [
                $"-env:UserInstallation={new Uri(ProfileFolder).AbsoluteUri}", "--headless", "--norestore", "--nologo", "--nodefault", "--nofirststartwizard", "--nolockcheck",
                "--convert-to", Target, "--outdir", output, .. names,
            ];
            var room = limits.ExpandedBytes + requests.Sum(request => request.Content.Length);
            if (!program!.Run(arguments, work, limits.ConversionTime, room, out var end))
                return RunEnd.Failed;
            for (var index = 0; index < requests.Count && end == RunEnd.Done; index++)
                if (new FileInfo(Path.Combine(output, $"{index}.docx")) is { Exists: true, Length: > 0 } docx)
                    requests[index].Docx = File.ReadAllBytes(docx.FullName);
            return end;
        }
        finally
        {
            Remove(work);
        }
    }

    private string ProfileFolder => Path.Combine(_folder!, "profile");

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Some file is still held; the system clears its temporary folder.
        }
    }

    private sealed class Request(ReadOnlyMemory<byte> content, string extension)
    {
        public ReadOnlyMemory<byte> Content => content;

        public string Extension => extension;

        public byte[]? Docx { get; set; }

        public Conversion? Result { get; set; }
    }
}
