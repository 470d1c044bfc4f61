using System.Collections.Generic;
using System.Linq;
using NaccsCert.PowerShell.Text;

namespace NaccsCert.PowerShell.Rows;

/// <summary>How the rows of a list have ended, for the person who has to run it again.</summary>
internal sealed class RowSummary
{
    private const int MaxRowsNamed = 20;

    private readonly Dictionary<RowOutcome, int> _counts = [];
    private readonly List<string> _toRepeat = [];

    /// <summary>How many rows there were.</summary>
    public int Count => _counts.Values.Sum();

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
            CountOf(RowOutcome.Blank));
        if (_toRepeat.Count > 0)
        {
            string rows = string.Join(", ", _toRepeat.Take(MaxRowsNamed));
            yield return CommandText.Format(MessageId.RowsToRepeat, _toRepeat.Count > MaxRowsNamed ? rows + ", ..." : rows);
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
