using System.CommandLine;
using FinalAccounts.Samples;

// dotnet run --project samples/SampleBuilder: writes the workbooks of samples/whdh-2023 from its source and those of samples/shanghai-made-up; `units` writes made-up units.
var repository = new Option<string>("--repository") { Description = "项目文件夹", DefaultValueFactory = _ => Directory.GetCurrentDirectory(), Recursive = true };
var root = new RootCommand("样例：由转录稿生成 samples/whdh-2023 的两个工作簿，并生成虚构的 samples/shanghai-made-up") { repository };
root.SetAction(parsed => SampleCommand.Run(parsed.GetValue(repository)!) + MadeUpSample.Write(parsed.GetValue(repository)!));
root.Add(UnitsCommand.Create(repository));
root.Add(MeasureCommand.Create(repository));
return root.Parse(args).Invoke();
