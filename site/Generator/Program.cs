using System.Text;
using DisclosureArchive.Generator.Commands;

Console.OutputEncoding = Encoding.UTF8;
return await CommandLine.RunAsync(args, Console.Out, Console.Error);
