using System.CommandLine;
using DisclosureArchive.Benchmarks.Commands;

return new RootCommand("性能测试与演示数据") { GenerateCommand.Make(), ExampleCommand.Make(), CompareCommand.Make(), StagesCommand.Make(), SearchCommand.Make(), FuzzCommand.Make(), ContainersCommand.Make(), DatabaseCommand.Make() }.Parse(args).Invoke();
