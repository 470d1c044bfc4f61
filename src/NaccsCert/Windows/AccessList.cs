using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.IO;

namespace NaccsCert.Windows;

/// <summary>Judges owners and access lists of Windows, as they are read.</summary>
internal static class AccessList
{
    private const string System = "S-1-5-18";
    private const string Administrators = "S-1-5-32-544";
    private const string TrustedInstaller = "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464";

    // Stand for whoever owns the file, who is judged as such.
    private static readonly string[] OwnerSids = ["S-1-3-0", "S-1-3-4"];

    // DELETE, WRITE_DAC, WRITE_OWNER, GENERIC_WRITE and GENERIC_ALL.
    private const int Replacing = 0x0001_0000 | 0x0004_0000 | 0x0008_0000 | 0x4000_0000 | 0x1000_0000;

    // FILE_WRITE_DATA and FILE_APPEND_DATA: of folders, to make files and folders in them.
    private const int Adding = 0x2 | 0x4;

    // FILE_DELETE_CHILD.
    private const int RemovingMembers = 0x40;

    /// <summary>Judges a file or folder.</summary>
    /// <param name="ownerSid">Who owns it.</param>
    /// <param name="rules">What is allowed to whom. Denials are left out: a list that is safe needs none.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    /// <param name="owner">Whose it may be.</param>
    /// <param name="userSid">The user of this process.</param>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public static FileFlawKind? Judge(
        string ownerSid, IEnumerable<AccessRule> rules, bool isFolder, FileOwner owner, string userSid)
    {
        if (!IsTrusted(ownerSid, owner, userSid))
        {
            return FileFlawKind.ForeignOwner;
        }

        int unwanted = UnwantedRights(isFolder, owner);
        return rules.Any(rule =>
            (rule.Rights & unwanted) != 0 && !OwnerSids.Contains(rule.Sid) && !IsTrusted(rule.Sid, owner, userSid))
            ? FileFlawKind.WritableByOthers
            : null;
    }

    // In the folder for all users, each may make files: by inheritance, whoever made that of this module in it. What counts there
    // is who owns a file, as long as nobody can remove or replace it.
    private static int UnwantedRights(bool isFolder, FileOwner owner)
    {
        if (!isFolder)
        {
            return Replacing | Adding;
        }

        return owner == FileOwner.Administrator ? Replacing | RemovingMembers : Replacing | RemovingMembers | Adding;
    }

    // Of a domain, 512 are its administrators, and 519 those of the forest.
    private static bool IsTrusted(string sid, FileOwner owner, string userSid) =>
        sid is System or Administrators or TrustedInstaller
        || (owner == FileOwner.User && sid == userSid)
        || (sid.StartsWith("S-1-5-21-", StringComparison.Ordinal)
            && (sid.EndsWith("-512", StringComparison.Ordinal) || sid.EndsWith("-519", StringComparison.Ordinal)));
}
