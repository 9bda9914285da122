using System.Security.Cryptography;

namespace DisclosureArchive.Generator.Output;

/// <summary>
/// Takes a file's bytes, compares them with the file that stands there and writes to the staging folder only from the
/// first difference on (what was equal until then is copied), so that an unchanged file is never written.
/// </summary>
/// <param name="former">The file that stands there, or null if there is none.</param>
/// <param name="staged">Where to write if they differ.</param>
internal sealed class StagedFile(string? former, string staged) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private FileStream? _former = former is null ? null : new FileStream(former, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 0);
    private FileStream? _staged;
    private byte[] _compared = [];

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => Written;

    public override long Position { get => Written; set => throw new NotSupportedException(); }

    private long Written { get; set; }

    /// <summary>Ends the file. Says whether it differs from the former one, and its hash.</summary>
    public (bool Differs, string Sha256) Finish()
    {
        if (_former is not null && _former.Length != Written)
            Differ(Written);
        else if (_former is null && _staged is null)
            Differ(0);
        return (_staged is not null, Convert.ToHexStringLower(_hash.GetHashAndReset()));
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _hash.AppendData(buffer);
        if (_staged is null && !GoesOnLikeFormer(buffer))
            Differ(Written);
        _staged?.Write(buffer);
        Written += buffer.Length;
    }

    public override void Flush() => _staged?.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _former?.Dispose();
            _staged?.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool GoesOnLikeFormer(ReadOnlySpan<byte> buffer)
    {
        if (_former is null)
            return false;
        if (_compared.Length < buffer.Length)
            _compared = GC.AllocateUninitializedArray<byte>(buffer.Length);
        var read = _former.ReadAtLeast(_compared.AsSpan(0, buffer.Length), buffer.Length, throwOnEndOfStream: false);
        return buffer.SequenceEqual(_compared.AsSpan(0, read));
    }

    /// <summary>Begins the staged file with the part that was equal.</summary>
    private void Differ(long equal)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(staged)!);
        _staged = new FileStream(staged, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0);
        if (_former is null)
            return;
        _former.Position = 0;
        var buffer = new byte[81920];
        while (equal > 0)
        {
            var read = _former.Read(buffer, 0, (int)Math.Min(buffer.Length, equal));
            if (read == 0)
                throw new IOException($"{_former.Name} changed while it was compared.");
            _staged.Write(buffer, 0, read);
            equal -= read;
        }

        _former.Dispose();
        _former = null;
    }
}
