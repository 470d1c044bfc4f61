using NaccsCert.IO;
using NaccsCert.Windows;
using Xunit;

namespace NaccsCert.Tests.Paths;

/// <summary>Owners and access lists as Windows has them.</summary>
public sealed class AccessListTests
{
    private const string System = "S-1-5-18";
    private const string Administrators = "S-1-5-32-544";
    private const string TrustedInstaller = "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464";
    private const string Users = "S-1-5-32-545";
    private const string Everyone = "S-1-1-0";
    private const string CreatorOwner = "S-1-3-0";
    private const string User = "S-1-5-21-1-2-3-1001";
    private const string OtherUser = "S-1-5-21-1-2-3-1002";
    private const string EntraUser = "S-1-12-1-1-2-3-4";
    private const string DomainAdministrators = "S-1-5-21-9-8-7-512";

    private const int Full = 0x1F01FF;
    private const int Modify = 0x1301BF;
    private const int ReadAndExecute = 0x1200A9;
    // What users may do in C:\ProgramData, and in folders that are made there: make files and folders, and write attributes.
    private const int Add = 0x116;

    [Theory]
    [InlineData(Administrators)]
    [InlineData(System)]
    [InlineData(TrustedInstaller)]
    [InlineData(DomainAdministrators)]
    public void A_definition_for_all_users_is_of_an_administrator(string owner) =>
        Assert.Null(Judge(owner, FileOwner.Administrator, isFolder: false, (System, Full), (Administrators, Full), (Users, ReadAndExecute)));

    [Theory]
    [InlineData(User)]
    [InlineData(OtherUser)]
    [InlineData(EntraUser)]
    [InlineData(Users)]
    [InlineData("")]
    public void One_of_a_user_does_not_count_for_all(string owner) =>
        Assert.Equal(
            FileFlawKind.ForeignOwner,
            Judge(owner, FileOwner.Administrator, isFolder: false, (System, Full), (Administrators, Full)));

    [Theory]
    [InlineData(Users, Modify)]
    [InlineData(Everyone, Full)]
    [InlineData(User, 0x2)]
    [InlineData(OtherUser, 0x4)]
    [InlineData(Users, 0x10000)]
    [InlineData(Users, 0x40000)]
    [InlineData(Users, 0x80000)]
    [InlineData(Users, 0x10000000)]
    [InlineData(Users, 0x40000000)]
    public void One_that_users_can_write_remove_or_take_does_not_count(string sid, int rights) =>
        Assert.Equal(
            FileFlawKind.WritableByOthers,
            Judge(Administrators, FileOwner.Administrator, isFolder: false, (Administrators, Full), (sid, rights)));

    [Fact]
    public void A_folder_in_ProgramData_as_an_administrator_makes_it_will_do() =>
        Assert.Null(Judge(
            Administrators,
            FileOwner.Administrator,
            isFolder: true,
            (System, Full),
            (Administrators, Full),
            (CreatorOwner, Full),
            (Users, ReadAndExecute),
            (Users, Add)));

    [Theory]
    [InlineData(0x40)]
    [InlineData(0x10000)]
    [InlineData(Modify)]
    public void A_folder_whose_files_users_can_replace_will_not(int rights) =>
        Assert.Equal(
            FileFlawKind.WritableByOthers,
            Judge(Administrators, FileOwner.Administrator, isFolder: true, (Administrators, Full), (Users, rights)));

    [Theory]
    [InlineData(User)]
    [InlineData(Administrators)]
    [InlineData(System)]
    public void A_users_own_data_are_theirs_or_an_administrators(string owner) =>
        Assert.Null(Judge(owner, FileOwner.User, isFolder: true, (User, Full), (System, Full), (Administrators, Full)));

    [Fact]
    public void Elevated_as_another_nothing_of_the_user_is_used() =>
        Assert.Equal(
            FileFlawKind.ForeignOwner,
            Judge(OtherUser, FileOwner.User, isFolder: true, (OtherUser, Full), (System, Full), (Administrators, Full)));

    [Theory]
    [InlineData(OtherUser, Full)]
    [InlineData(Users, Add)]
    [InlineData(Everyone, Modify)]
    public void Where_others_can_put_something_a_users_data_are_not_used(string sid, int rights) =>
        Assert.Equal(
            FileFlawKind.WritableByOthers, Judge(User, FileOwner.User, isFolder: true, (User, Full), (sid, rights)));

    private static FileFlawKind? Judge(string ownerSid, FileOwner owner, bool isFolder, params (string Sid, int Rights)[] rules) =>
        AccessList.Judge(
            ownerSid, global::System.Array.ConvertAll(rules, rule => new AccessRule(rule.Sid, rule.Rights)), isFolder, owner, User);
}
