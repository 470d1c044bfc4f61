using NaccsCert.Resources;

namespace NaccsCert.IO;

/// <summary>Why a file or folder is not trusted.</summary>
/// <param name="Path">The file or folder.</param>
/// <param name="Kind">What is wrong with it.</param>
internal sealed record FileFlaw(string Path, FileFlawKind Kind)
{
    /// <summary>The same in the language of the session.</summary>
    public string Text => Strings.Format(IdOf(Kind), Path);

    private static StringId IdOf(FileFlawKind kind) => kind switch
    {
        FileFlawKind.Link => StringId.FileIsLink,
        FileFlawKind.NotRegular => StringId.NotRegularFile,
        FileFlawKind.ForeignOwner => StringId.FileOfAnotherUser,
        _ => StringId.FileWritableByOthers,
    };
}

/// <summary>What can be wrong with a file or folder.</summary>
internal enum FileFlawKind
{
    /// <summary>It is a link: somebody else may say where it leads.</summary>
    Link,

    /// <summary>It is a device, a pipe or a socket.</summary>
    NotRegular,

    /// <summary>It belongs to somebody else.</summary>
    ForeignOwner,

    /// <summary>Somebody else may change it.</summary>
    WritableByOthers,
}

/// <summary>Who may own and change a file or folder.</summary>
internal enum FileOwner
{
    /// <summary>The user as whom this process acts, and whoever administers the computer.</summary>
    User,

    /// <summary>Only who administers the computer.</summary>
    Administrator,
}
