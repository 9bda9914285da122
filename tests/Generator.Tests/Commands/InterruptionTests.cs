using System.Diagnostics;
using DisclosureArchive.Generator.Commands;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Commands;

/// <summary>A build that is stopped at any moment, gently or not, or by a full disk, leaves the former output whole, and the next build is right.</summary>
public sealed class InterruptionTests : IDisposable
{
    private const int Reports = 40;

    private readonly TemporaryFolder _folder = new();

    public InterruptionTests() => WriteReports(1);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(RunningProgram.Interrupt, 130)]
    [InlineData(RunningProgram.Terminate, 130)]
    [InlineData(RunningProgram.Kill, 128 + RunningProgram.Kill)]
    public async Task A_stopped_build_leaves_the_former_output_and_the_next_is_right(int signal, int exit)
    {
        await Build("site");
        await Build("former");
        WriteReports(2);
        await Build("expected");
        var whole = Stopwatch.StartNew();
        using (var build = Start("aside"))
            build.End().ShouldBe(0, build.Said);
        whole.Stop();

        var stopped = 0;
        const int moments = 8;
        for (var moment = 1; moment <= moments; moment++)
        {
            // From the start of the process to its end; a machine that is slower this time is stopped earlier in its work.
            using var build = Start("site");
            var wait = whole.Elapsed * moment / moments;
            if (!SpinWait.SpinUntil(() => build.HasEnded, wait))
                build.Send(signal);
            var ended = build.End();
            if (ended != 0)
            {
                stopped++;
                ended.ShouldBe(exit, build.Said);
                build.Said.ShouldNotContain("   at ");
            }

            await MustBeWhole(mayBeMixed: signal == RunningProgram.Kill);
        }

        stopped.ShouldBeGreaterThan(0);
        await Build("site");
        MustEqual("expected");
    }

    /// <summary>Wherever the files are being put in place: each is whole, the manifest is the former one and tells, and the next build is right.</summary>
    [Fact]
    public async Task A_build_killed_while_it_puts_files_in_place_is_told_and_the_next_is_right()
    {
        await Build("site");
        WriteReports(2);
        await Build("expected");
        // As it stands when half of the files are moved in: the new ones beside the former, the rest in the staging folder.
        var changed = _folder.Files("expected").Where(file => !File.Exists(_folder["site/" + file]) || !File.ReadAllBytes(_folder["site/" + file]).AsSpan().SequenceEqual(File.ReadAllBytes(_folder["expected/" + file])))
            .Where(file => file != "manifest-sha256.txt").ToList();
        foreach (var (number, file) in changed.Index())
            _folder.Write((number % 2 == 0 ? "site/" : "site/.staging/") + file, File.ReadAllBytes(_folder["expected/" + file]));

        using var told = new StringWriter();
        (await CommandLine.RunAsync(["verify", "--manifest", _folder["site"]], told, told)).ShouldBe(1);
        told.ToString().ShouldContain("不一致");
        await Build("site");
        MustEqual("expected");
    }

    [Fact]
    public async Task A_full_disk_leaves_the_former_output_and_the_next_build_is_right()
    {
        Directory.CreateDirectory(_folder["disk"]);
        if (!OperatingSystem.IsLinux() || !Mount("mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", _folder["disk"]))
            Assert.Skip("This test mounts a small disk, which only root may do.");
        try
        {
            await Build("site");
            CopyTo("disk/site");
            WriteReports(2);
            await Build("expected");
            // All but a little of the disk is taken.
            var free = new DriveInfo(_folder["disk"]).AvailableFreeSpace;
            _folder.Write("disk/ballast", new byte[free - (256 << 10)]);

            using (var build = Start("disk/site"))
            {
                build.End().ShouldBe(1, build.Said);
                build.Said.ShouldContain("错误 读写文件失败");
                build.Said.ShouldNotContain("   at ");
            }

            using var told = new StringWriter();
            (await CommandLine.RunAsync(["verify", "--manifest", _folder["disk/site"]], told, told)).ShouldBe(0, told.ToString());
            File.Delete(_folder["disk/ballast"]);
            await Build("disk/site");
            MustEqual("expected", "disk/site");
        }
        finally
        {
            Mount("umount", "--lazy", _folder["disk"]);
        }
    }

    private static bool Mount(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private void CopyTo(string folder)
    {
        foreach (var file in _folder.Files("site"))
            _folder.Write($"{folder}/{file}", File.ReadAllBytes(_folder["site/" + file]));
    }

    /// <param name="mayBeMixed">Whether it may have been killed in the short time in which files are moved in, one by one: each of them is whole even then, former or new.</param>
    private async Task MustBeWhole(bool mayBeMixed)
    {
        using var told = new StringWriter();
        if (await CommandLine.RunAsync(["verify", "--manifest", _folder["site"]], told, told) == 0)
            return;
        mayBeMixed.ShouldBeTrue(told.ToString());
        foreach (var file in _folder.Files("site").Where(file => file[0] != '.'))
            new[] { "former", "expected" }.Where(build => File.Exists(_folder[$"{build}/{file}"]))
                .Any(build => File.ReadAllBytes(_folder[$"{build}/{file}"]).AsSpan().SequenceEqual(File.ReadAllBytes(_folder["site/" + file]))).ShouldBeTrue(file);
    }

    private void MustEqual(string expected, string site = "site")
    {
        _folder.Files(site).ShouldBe(_folder.Files(expected));
        foreach (var file in _folder.Files(expected))
            File.ReadAllBytes(_folder[$"{site}/{file}"]).ShouldBe(File.ReadAllBytes(_folder[$"{expected}/{file}"]), file);
    }

    private async Task Build(string output)
    {
        using var told = new StringWriter();
        (await CommandLine.RunAsync(["build", "--no-cache", "--input", _folder["in"], "--output", _folder[output]], told, told)).ShouldBe(0, told.ToString());
    }

    private RunningProgram Start(string output) => RunningProgram.Start(_folder.Path, "build", "--input", "in", "--output", output);

    private void WriteReports(int version)
    {
        for (var number = 1; number <= Reports; number++)
            _folder.Write($"in/{number}.txt", $"样例县第{number}局2021年政府信息公开工作年度报告\n\n一、总体情况\n\n第{version}版：全年主动公开政府信息{number * version}条。\n\n样例县第{number}局\n\n2022年1月20日\n");
    }
}
