using System.Collections.Generic;
using System.Linq;
using NaccsCert.PowerShell.Text;

namespace NaccsCert.PowerShell.Rows;

/// <summary>How the rows of a list have ended, for the person who has to run it again.</summary>
internal sealed class RowSummary
{
    private const int MaxRowsNamed = 20;

    private readonly Dictionary<RowOutcome, int> _counts = [];
    private readonly List<int> _blank = [];
    private readonly List<string> _toRepeat = [];

    /// <summary>How many rows there were.</summary>
    public int Count => _counts.Values.Sum() + _blank.Count;

    /// <summary>What to warn of blank rows, in the language of the session; null where there was none.</summary>
    public string? BlankRows => _blank.Count == 0
        ? null
        : CommandText.Format(MessageId.BlankRowsSkipped, _blank.Count, NameList.Of(_blank, MaxRowsNamed));

    /// <summary>Counts a row that had no codes.</summary>
    /// <param name="number">Which of the rows it is, from 1.</param>
    public void AddBlank(int number) => _blank.Add(number);

    /// <summary>Counts a row that has ended with a result.</summary>
    /// <param name="label">The row, for people; see <see cref="CodeRow.Label"/>.</param>
    /// <param name="status">How it has ended.</param>
    public void Add(string label, EnrollmentStatus status) => Add(label, OutcomeOf(status));

    /// <summary>Counts a row.</summary>
    /// <param name="label">The row, for people.</param>
    /// <param name="outcome">How it has ended.</param>
    public void Add(string label, RowOutcome outcome)
    {
        _counts[outcome] = CountOf(outcome) + 1;
        if (outcome is RowOutcome.Later or RowOutcome.Failed)
        {
            _toRepeat.Add(label);
        }
    }

    /// <summary>The lines to show, in the language of the session.</summary>
    public IEnumerable<string> Lines()
    {
        yield return CommandText.Format(
            MessageId.RowSummary,
            Count,
            CountOf(RowOutcome.Enrolled),
            CountOf(RowOutcome.AlreadyEnrolled),
            CountOf(RowOutcome.Later),
            CountOf(RowOutcome.Failed),
            _blank.Count);
        if (_toRepeat.Count > 0)
        {
            yield return CommandText.Format(MessageId.RowsToRepeat, NameList.Of(_toRepeat, MaxRowsNamed));
            yield return CommandText.Format(MessageId.RowsRepeatHow);
        }
    }

    private int CountOf(RowOutcome outcome) => _counts.TryGetValue(outcome, out int count) ? count : 0;

    private static RowOutcome OutcomeOf(EnrollmentStatus status) => status switch
    {
        EnrollmentStatus.AlreadyEnrolled => RowOutcome.AlreadyEnrolled,
        EnrollmentStatus.Pending or EnrollmentStatus.Deferred or EnrollmentStatus.Busy => RowOutcome.Later,
        EnrollmentStatus.Failed => RowOutcome.Failed,
        _ => RowOutcome.Enrolled,
    };
}
