using System.IO;
using System.Management.Automation;

namespace NaccsCert.PSHost;

/// <summary>The newest progress, on one line of the terminal that erases itself before anything else is written.</summary>
internal sealed class ProgressLine(TextWriter output)
{
    private const string EraseLine = "\r\u001b[K";

    private bool _shown;

    /// <summary>Shows the record in place of the one before, or takes it away when it says that it is completed.</summary>
    public void Show(ProgressRecord record)
    {
        if (!Terminal.HasOutput)
        {
            return;
        }

        Erase();
        if (record.RecordType == ProgressRecordType.Processing)
        {
            // One column stays free: a full line would wrap, and could no longer be erased.
            output.Write(CellWidth.Fit(Describe(record), Terminal.Width - 1));
            _shown = true;
        }
    }

    /// <summary>Leaves the line empty, so that output can begin there.</summary>
    public void Erase()
    {
        if (_shown)
        {
            output.Write(EraseLine);
            _shown = false;
        }
    }

    private static string Describe(ProgressRecord record) =>
        record.PercentComplete < 0
            ? $"{record.Activity}: {record.StatusDescription}"
            : $"{record.Activity}: {record.StatusDescription} ({record.PercentComplete}%)";
}
