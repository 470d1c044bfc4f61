using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace NaccsCert.Module.Tests.Secrets;

/// <summary>
/// The script that runs the scenarios in a process of its own. Its secrets come by standard input, as every other way
/// in would leave them where the test looks for them.
/// </summary>
internal static class ChildScript
{
    private const string Begin = """
        param($module, $temporary)
        $env:TMPDIR = $temporary
        Import-Module $module
        while ($line = [Console]::In.ReadLine()) {
            $name, $value = $line -split '=', 2
            $ExecutionContext.SessionState.PSVariable.Set($name, $value)
        }
        if ($IsLinux) { [IO.File]::ReadAllText('/proc/self/cmdline'), [IO.File]::ReadAllText('/proc/self/environ') }
        $PSDefaultParameterValues = @{ '*-Naccs*:Verbose' = $true; '*-Naccs*:Debug' = $true }

        # All of an object, as Format-List * -Force and the views of errors have it, and what lies below.
        function Show($item, $depth) {
            "$item"
            if ($null -eq $item -or $depth -gt 4 -or $item -is [string] -or $item -is [Reflection.MemberInfo] -or $item.GetType().IsPrimitive) { return }
            if ($item -is [Collections.IEnumerable]) { foreach ($member in $item) { Show $member ($depth + 1) } }
            foreach ($property in $item.psobject.Properties) {
                $value = try { $property.Value } catch { "$_" }
                Show $value ($depth + 1)
            }
        }

        function Run($number, [scriptblock] $scenario) {
            "scenario $number"
            try { & $scenario *>&1 | ForEach-Object { Tell $_ } } catch { Tell $_ }
        }

        function Tell($item) {
            if ($item -is [Management.Automation.ErrorRecord]) { "failed " + ($item.FullyQualifiedErrorId -split ',')[0] }
            Show $item 0
        }

        """;

    // A file where the folder should be keeps even root from writing a journal.
    private const string BlockJournal = """
        $data = [Environment]::GetFolderPath('LocalApplicationData') + '/NaccsCert'
        [IO.File]::WriteAllText($data, '')
        Run 0 { Request-NaccsCertificate $code1 $code2 $code3 -Service $good -KeyAlgorithm EcdsaP256 }
        [IO.File]::Delete($data)

        """;

    /// <summary>The errors to expect, in the order of the scenarios.</summary>
    public static IReadOnlyList<string> Failures { get; } =
        [.. Scenarios.All.Select(scenario => scenario.ErrorId).OfType<string>().Prepend("JournalUnavailable")];

    /// <summary>Writes the script.</summary>
    public static void Write(string path) => File.WriteAllText(
        path,
        Begin + BlockJournal + string.Join('\n', Scenarios.All.Select((scenario, index) => $"Run {index + 1} {{ {scenario.Script} }}")),
        Encoding.UTF8);

    /// <summary>What the script reads: each variable in a line.</summary>
    public static string Input(SecretWorld world) =>
        string.Concat(world.Variables.Concat(world.Secrets).Select(variable => $"{variable.Key}={variable.Value}\n"));
}
