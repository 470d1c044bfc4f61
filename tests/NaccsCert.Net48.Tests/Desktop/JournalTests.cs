using System;
using System.Linq;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Tests.Fuzzing.Inputs;
using NaccsCert.Tests.Fuzzing.Parsers;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Tests.Desktop;

/// <summary>The journal on disk, whose files the net48 build replaces in a way of its own.</summary>
public sealed class JournalTests
{
    [Fact]
    public void The_last_state_that_was_written_is_read_and_what_was_removed_is_gone()
    {
        using var folder = new ScratchDirectory();
        var journal = new EnrollmentJournal(ScratchFolders.At(folder.FullPath));
        foreach (EnrollmentStage state in Enum.GetValues(typeof(EnrollmentStage)).Cast<EnrollmentStage>())
        {
            JournalEntry entry = TextSamples.JournalEntry with { State = state };
            journal.Write(entry);
            Assert.True(EntrySource.Same(entry, Assert.Single(new EnrollmentJournal(ScratchFolders.At(folder.FullPath)).Read())));
        }

        journal.Remove(TextSamples.JournalEntry.Id);
        Assert.Empty(journal.Records());
    }
}
