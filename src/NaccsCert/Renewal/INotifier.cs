namespace NaccsCert.Renewal;

/// <summary>A way to tell the user something outside the console.</summary>
internal interface INotifier
{
    /// <summary>The name of the way, for the log.</summary>
    string Name { get; }

    /// <summary>Shows a notice, in bounded time.</summary>
    /// <param name="notice">The notice.</param>
    /// <returns>What became of it.</returns>
    NoticeResponse Show(Notice notice);
}
