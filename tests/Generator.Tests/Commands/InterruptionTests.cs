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

        var (stopped, answered) = (0, 0);
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
                // Before the program is up, a signal ends it as it ends any process.
                if (build.Said.Length > 0 || ended != 128 + signal)
                    ended.ShouldBe(exit, build.Said);
                answered += ended == exit ? 1 : 0;
                build.Said.ShouldNotContain("   at ");
            }

            await MustBeWhole();
        }

        stopped.ShouldBeGreaterThan(0);
        answered.ShouldBeGreaterThan(0);
        await Build("site");
        MustEqual("expected");
        Directory.Exists(_folder[".site.staging"]).ShouldBeFalse();
    }

    /// <summary>Killed again and again from the moment on at which all is written and the output is about to change.</summary>
    [Fact]
    public async Task A_build_killed_while_the_output_changes_leaves_it_whole()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files are moved one by one there.");
        await Build("former");
        await Build("site");
        _folder.Write("site/.git/HEAD", "ref: refs/heads/main");
        _folder.Write("site/.nojekyll", "");
        WriteReports(2);
        await Build("expected");

        const int times = 12;
        var (left, standing) = (0, "former");
        for (var time = 0; time < times; time++)
        {
            // A build that got through makes the other version the one to come, so that each has something to change.
            WriteReports(standing == "former" ? 2 : 1);
            using (var build = Start("site"))
            {
                while (!build.HasEnded && !File.Exists(_folder[".site.staging/manifest-sha256.txt"]))
                    Thread.Yield();
                Thread.SpinWait(time * 20_000);
                build.Send(RunningProgram.Kill);
                build.End();
            }

            if (File.Exists(_folder[".site.staging/manifest-sha256.txt"]))
                left++;
            standing = await MustBeWhole();
            File.Exists(_folder["site/.nojekyll"]).ShouldBeTrue();
            new[] { "site", ".site.staging" }.Where(folder => File.Exists(_folder[folder + "/.git/HEAD"])).ShouldHaveSingleItem();
        }

        left.ShouldBeGreaterThan(0);
        WriteReports(2);
        await Build("site");
        File.ReadAllText(_folder["site/.git/HEAD"]).ShouldBe("ref: refs/heads/main");
        Directory.Delete(_folder["site/.git"], recursive: true);
        File.Delete(_folder["site/.nojekyll"]);
        MustEqual("expected");
        Directory.Exists(_folder[".site.staging"]).ShouldBeFalse();
    }

    /// <summary>Where folders can't be exchanged: each file is whole, the manifest is the former one and tells, and the next build is right.</summary>
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

    /// <summary>A volume that is mounted there (of a container, of a stick) can't be exchanged for a folder.</summary>
    [Fact]
    public async Task An_output_that_is_a_mounted_volume_is_built_too()
    {
        Directory.CreateDirectory(_folder["site"]);
        if (!OperatingSystem.IsLinux() || !Mount("mount", "-t", "tmpfs", "-o", "size=64m,mode=755", "tmpfs", _folder["site"]))
            Assert.Skip("This test mounts a small disk, which only root may do.");
        try
        {
            await Build("site");
            WriteReports(2);
            await Build("expected");
            await Build("site");
            MustEqual("expected");
            Directory.Exists(_folder[".site.staging"]).ShouldBeFalse();
        }
        finally
        {
            Mount("umount", "--lazy", _folder["site"]);
        }
    }

    /// <summary>It would go on in the former folder if that were exchanged, and leave its cache there.</summary>
    [Fact]
    public async Task A_build_that_runs_in_its_output_stays_there()
    {
        await Build("site");
        WriteReports(2);
        await Build("expected");
        using (var build = RunningProgram.Start(_folder["site"], "build", "--input", "../in", "--output", "."))
            build.End().ShouldBe(0, build.Said);
        Directory.Exists(_folder["site/.cache"]).ShouldBeTrue();
        Directory.Delete(_folder["site/.cache"], recursive: true);
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

    /// <summary>It is the former output or the new one, as its manifest says, and no other.</summary>
    /// <returns>Which.</returns>
    private async Task<string> MustBeWhole()
    {
        using var told = new StringWriter();
        (await CommandLine.RunAsync(["verify", "--manifest", _folder["site"]], told, told)).ShouldBe(0, told.ToString());
        var manifest = File.ReadAllText(_folder["site/manifest-sha256.txt"]);
        return new[] { "former", "expected" }.Where(build => File.ReadAllText(_folder[$"{build}/manifest-sha256.txt"]) == manifest).ShouldHaveSingleItem();
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
