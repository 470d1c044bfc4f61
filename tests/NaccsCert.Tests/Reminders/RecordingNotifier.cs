using System.Collections.Generic;
using NaccsCert.Renewal;

namespace NaccsCert.Tests.Reminders;

/// <summary>A way to tell the user that keeps what it was to tell.</summary>
/// <param name="answer">What becomes of each notice.</param>
internal sealed class RecordingNotifier(NoticeResponse answer = NoticeResponse.Shown) : INotifier
{
    public string Name => "Recording";

    /// <summary>What it was asked to show.</summary>
    public List<Notice> Notices { get; } = [];

    public NoticeResponse Show(Notice notice)
    {
        Notices.Add(notice);
        return answer;
    }
}
