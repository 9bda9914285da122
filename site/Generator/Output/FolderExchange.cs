using System.Runtime.InteropServices;

namespace DisclosureArchive.Generator.Output;

/// <summary>Two names of one file system exchange what they name, in one step: whoever looks sees both before it or both after it. Linux and macOS can, on most file systems.</summary>
internal static class FolderExchange
{
    private const int CurrentFolder = -100;
    private const uint LinuxExchange = 2;
    private const uint MacExchange = 2;

    /// <summary>Exchanges them.</summary>
    /// <returns>False if that can't be; then both are as they were.</returns>
    public static bool Run(string one, string other)
    {
        try
        {
            return OperatingSystem.IsLinux() ? ExchangeOnLinux(CurrentFolder, one, CurrentFolder, other, LinuxExchange) == 0
                : OperatingSystem.IsMacOS() && ExchangeOnMac(one, other, MacExchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "renameat2")]
    private static extern int ExchangeOnLinux(
        int oneFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string one, int otherFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string other, uint flags);

    [DllImport("libc", EntryPoint = "renamex_np")]
    private static extern int ExchangeOnMac([MarshalAs(UnmanagedType.LPUTF8Str)] string one, [MarshalAs(UnmanagedType.LPUTF8Str)] string other, uint flags);
}
