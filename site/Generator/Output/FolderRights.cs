using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace DisclosureArchive.Generator.Output;

/// <summary>Whose a folder is and who may use it. On Linux all of it is known, elsewhere the mode only.</summary>
/// <param name="Mode">Read, write, execute for owner, group and others.</param>
/// <param name="Owner">The user's number.</param>
/// <param name="Group">The group's number.</param>
/// <param name="AccessLists">Those of POSIX, as the system keeps them, in hexadecimal; empty if there are none.</param>
internal sealed record FolderRights(UnixFileMode Mode, uint Owner, uint Group, string AccessLists)
{
    private const int CurrentFolder = -100;
    private const uint OwnerAndGroup = 0x18;
    private const int OwnerAt = 20;
    private const int GroupAt = 24;
    private const int StatusLength = 256;
    private const int LongestList = 65536;

    /// <exception cref="IOException">There is no such folder.</exception>
    public static FolderRights Of(string folder)
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException();
        var mode = File.GetUnixFileMode(folder);
        if (!OperatingSystem.IsLinux())
            return new FolderRights(mode, 0, 0, "");
        var status = new byte[StatusLength];
        if (ReadStatus(CurrentFolder, folder, 0, OwnerAndGroup, status) != 0)
            throw new IOException($"{folder}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
        return new FolderRights(mode, Number(status, OwnerAt), Number(status, GroupAt), List(folder, "system.posix_acl_access") + "/" + List(folder, "system.posix_acl_default"));
    }

    private static uint Number(byte[] status, int at) =>
        BitConverter.IsLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(status.AsSpan(at)) : BinaryPrimitives.ReadUInt32BigEndian(status.AsSpan(at));

    private static string List(string folder, string name)
    {
        var list = new byte[LongestList];
        var length = (int)ReadAttribute(folder, name, list, LongestList);
        return length > 0 ? Convert.ToHexString(list, 0, length) : "";
    }

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    private static extern int ReadStatus(int above, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, [Out] byte[] status);

    [DllImport("libc", EntryPoint = "getxattr")]
    private static extern nint ReadAttribute([MarshalAs(UnmanagedType.LPUTF8Str)] string path, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, [Out] byte[] value, nint size);
}
