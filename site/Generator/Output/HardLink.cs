using System.Runtime.InteropServices;

namespace DisclosureArchive.Generator.Output;

/// <summary>A second name of a file: the same bytes, not a copy of them. Linux and macOS.</summary>
internal static class HardLink
{
    private const int NotPermitted = 1;
    private const int AccessDenied = 13;
    private const int OtherFileSystem = 18;
    private const int TooManyLinks = 31;

    /// <returns>False if the file is not to have another name there: on another file system, or another user's.</returns>
    /// <exception cref="IOException">It failed otherwise, such as on a full disk.</exception>
    public static bool TryMake(string file, string name)
    {
        if (Link(file, name) == 0)
            return true;
        var error = Marshal.GetLastPInvokeError();
        return error is NotPermitted or AccessDenied or OtherFileSystem or TooManyLinks ? false : throw new IOException($"{name}: {Marshal.GetPInvokeErrorMessage(error)}");
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string file, [MarshalAs(UnmanagedType.LPUTF8Str)] string name);
}
