using System.CommandLine;
using System.Text;
using FinalAccounts.Cli;
using FinalAccounts.Cli.Commands;
using FinalAccounts.Service.Reading;

// The reading process of a workbook (not for people): nothing else is loaded for it.
if (args is [ReadingServer.Verb])
{
    return ReadingServer.Run();
}

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("由决算数据生成部门决算公开文档（Word、PDF、HTML、Excel）。")
{
    GenerateCommand.Create(),
    PublishCommand.Create(),
    CheckCommand.Create(),
    AuditCommand.Create(),
    OriginsCommand.Create(),
    ImportCommand.Create(),
    FactsCommand.Create(),
    SetsCommand.Create(),
    ServeCommand.Create(),
    AdminCommand.Create(),
    UpkeepCommands.CreateBackup(),
    UpkeepCommands.CreateRestore(),
    UpkeepCommands.CreateVerify(),
};

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        Console.Error.WriteLine(ChineseMessages.Error(error.Message));
    }

    Console.Error.WriteLine("用法见：finalaccounts " + string.Join(' ', parsed.CommandResult.Path().Append("--help")));
    return ExitCode.WrongUse;
}

// Help and version are printed by the parser itself, the commands print for themselves.
var output = new StringWriter();
var code = await Guard.Run(() => parsed.InvokeAsync(new InvocationConfiguration
{
    EnableDefaultExceptionHandler = false,
    Output = output,
    // A worker hands its runs back before it goes.
    ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
}));
Console.Out.Write(ChineseMessages.Help(output.ToString()));
return code;
