using System;
using System.IO;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Tests.Paths;

/// <summary>What another user could have written, or could yet, is not used, and no link is followed.</summary>
public sealed class UnsafeFolderTests : IDisposable
{
    private const string Precious = "not the module's business";

    private readonly UserFolder _user = new();

    public static TheoryData<string> Kept => [.. UserFolder.Kept.Keys];

    public void Dispose() => _user.Dispose();

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task What_is_the_users_own_is_used_again_and_again(string kept)
    {
        Assert.Null(await _user.UseAsync(kept));
        Assert.Null(await _user.UseAsync(kept));
        Assert.True(File.Exists(FileOf(kept)));
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task A_file_that_is_a_link_is_not_followed(string kept)
    {
        SkipOnWindows();
        await File.WriteAllTextAsync(_user.Victim, Precious, TestContext.Current.CancellationToken);
        Directory.CreateDirectory(FolderOf(kept));
        File.CreateSymbolicLink(FileOf(kept), _user.Victim);
        File.CreateSymbolicLink(FileOf(kept) + ".tmp", _user.Victim);

        Assert.Equal(ErrorId.DataFolderUnsafe, await _user.UseAsync(kept));

        Assert.Equal(Precious, await File.ReadAllTextAsync(_user.Victim, TestContext.Current.CancellationToken));
        File.Delete(FileOf(kept));
        Assert.Null(await _user.UseAsync(kept));
        Assert.Equal(Precious, await File.ReadAllTextAsync(_user.Victim, TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task A_folder_that_is_a_link_is_not_followed(string kept)
    {
        SkipOnWindows();
        Directory.CreateDirectory(_user.Victim);
        Directory.CreateDirectory(_user.FullPath);
        Directory.CreateSymbolicLink(FolderOf(kept), _user.Victim);
        Assert.Equal(ErrorId.DataFolderUnsafe, await _user.UseAsync(kept));
        Assert.Empty(Directory.GetFileSystemEntries(_user.Victim));
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task The_modules_folder_is_none_where_it_is_a_link(string kept)
    {
        SkipOnWindows();
        Directory.CreateDirectory(_user.Victim);
        Directory.CreateSymbolicLink(_user.FullPath, _user.Victim);
        Assert.Equal(ErrorId.DataFolderUnsafe, await _user.UseAsync(kept));
        Assert.Empty(Directory.GetFileSystemEntries(_user.Victim));
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task A_file_that_others_can_write_is_refused(string kept)
    {
        SkipOnWindows();
        await _user.UseAsync(kept);
        UnixNodes.Allow(FileOf(kept), UnixFileMode.OtherWrite);
        Assert.Equal(ErrorId.DataFolderUnsafe, await _user.UseAsync(kept));
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task A_folder_that_others_can_write_to_is_refused(string kept)
    {
        SkipOnWindows();
        await _user.UseAsync(kept);
        foreach (string folder in new[] { FolderOf(kept), _user.FullPath, _user.Home })
        {
            UnixFileMode before = UnixNodes.Allow(folder, UnixFileMode.OtherWrite);
            Assert.Equal(ErrorId.DataFolderUnsafe, await _user.UseAsync(kept));
            UnixNodes.SetMode(folder, before);
        }

        Assert.Null(await _user.UseAsync(kept));
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task What_another_user_owns_is_refused_up_to_the_home(string kept)
    {
        Assert.SkipUnless(UnixNodes.CanChangeOwner, "Only root gives files away.");
        await _user.UseAsync(kept);
        foreach (string path in new[] { FileOf(kept), FolderOf(kept), _user.FullPath, _user.Home })
        {
            UnixNodes.GiveTo(UnixNodes.Somebody, path);
            Assert.Equal(ErrorId.DataFolderUnsafe, await _user.UseAsync(kept));
            UnixNodes.GiveTo(0, path);
        }

        Assert.Null(await _user.UseAsync(kept));
    }

    [Fact]
    public async Task A_group_with_nobody_else_in_it_may_write_and_another_may_not()
    {
        Assert.SkipUnless(UnixNodes.CanChangeOwner, "Only root gives files away.");
        await _user.UseAsync("state");
        UnixNodes.Allow(FileOf("state"), UnixFileMode.GroupWrite);
        Assert.Null(await _user.UseAsync("state"));

        UnixNodes.Allow(FileOf("state"), UnixFileMode.GroupWrite);
        UnixNodes.GiveToGroup(UnixNodes.Somebody, FileOf("state"));
        Assert.Equal(ErrorId.DataFolderUnsafe, await _user.UseAsync("state"));
    }

    [Fact]
    public async Task A_home_behind_a_link_is_a_home_unless_what_the_link_leads_to_is_anothers()
    {
        SkipOnWindows();
        string real = _user.Home + ".real";
        Directory.Move(_user.Home, real);
        Directory.CreateSymbolicLink(_user.Home, Path.GetFileName(real));
        Assert.Null(await _user.UseAsync("state"));

        UnixFileMode before = UnixNodes.Allow(real, UnixFileMode.OtherWrite);
        Assert.Equal(ErrorId.DataFolderUnsafe, await _user.UseAsync("state"));
        UnixNodes.SetMode(real, before);
        Assert.SkipUnless(UnixNodes.CanChangeOwner, "Only root gives links away.");
        UnixNodes.GiveTo(UnixNodes.Somebody, _user.Home);
        Assert.Equal(ErrorId.DataFolderUnsafe, await _user.UseAsync("state"));
    }

    [Fact]
    public void An_entry_that_is_a_link_or_of_another_user_is_set_aside_and_neither_used_nor_removed()
    {
        SkipOnWindows();
        const string Id = "svc-20261231T235959Z-01234567";
        string folder = Path.Combine(_user.FullPath, "enrollments");
        Directory.CreateDirectory(folder);
        Directory.CreateDirectory(_user.Victim);
        File.WriteAllText(Path.Combine(_user.Victim, "entry.json"), Precious);
        Directory.CreateSymbolicLink(Path.Combine(folder, Id), _user.Victim);
        var journal = new EnrollmentJournal(ScratchFolders.At(folder));

        Assert.Null(Assert.Single(journal.Records()).Entry);
        Assert.Empty(journal.Reservations("svc"));
        Assert.Equal(ErrorId.DataFolderUnsafe, Assert.Throws<NaccsException>(() => journal.Remove(Id)).ErrorId);
        Assert.Equal(Precious, File.ReadAllText(Path.Combine(_user.Victim, "entry.json")));
    }

    private static void SkipOnWindows() =>
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links take rights there, and modes are access lists: see AccessListTests.");

    private string FolderOf(string kept) => Path.Combine(_user.FullPath, UserFolder.Kept[kept].Folder);

    private string FileOf(string kept) => Path.Combine(FolderOf(kept), UserFolder.Kept[kept].File);
}
