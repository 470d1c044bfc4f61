using System;
using System.IO;
using System.Text.Json.Nodes;
using NaccsCert.IO;
using NaccsCert.Services;
using NaccsCert.Tests.Services;
using NaccsCert.TestSupport;
using NaccsCert.Windows;
using Xunit;

namespace NaccsCert.Tests.Paths;

/// <summary>Definitions count only where nobody else could have written them: they say where codes are sent.</summary>
public sealed class DefinitionFolderTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_users_own_definition_counts()
    {
        ServiceDefinitionSource source = Source(FileOwner.User);
        Assert.Equal("good", source.Load("corp").Name);
        Assert.Equal(["corp", "naccs"], source.Names());
    }

    [Theory]
    [InlineData("NaccsCert")]
    [InlineData("NaccsCert/services")]
    [InlineData("NaccsCert/services/corp.json")]
    public void One_that_others_can_write_does_not(string member)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "See AccessListTests.");
        ServiceDefinitionSource source = Source(FileOwner.User);
        UnixNodes.Allow(_scratch.Member(member), UnixFileMode.OtherWrite);
        AssertDoesNotCount(source);
    }

    [Fact]
    public void One_that_is_a_link_does_not()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links take rights there.");
        ServiceDefinitionSource source = Source(FileOwner.User);
        File.Move(_scratch.Member("NaccsCert/services/corp.json"), _scratch.Member("elsewhere.json"));
        File.CreateSymbolicLink(_scratch.Member("NaccsCert/services/corp.json"), _scratch.Member("elsewhere.json"));
        AssertDoesNotCount(source);
    }

    [Theory]
    [InlineData("NaccsCert")]
    [InlineData("NaccsCert/services")]
    [InlineData("NaccsCert/services/corp.json")]
    public void One_for_all_users_is_of_root_alone(string member)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "See AccessListTests.");
        ServiceDefinitionSource source = Source(FileOwner.Administrator);
        if (UnixNodes.CanChangeOwner)
        {
            Assert.Equal("good", source.Load("corp").Name);
            UnixNodes.GiveTo(UnixNodes.Somebody, _scratch.Member(member));
        }

        AssertDoesNotCount(source);
    }

    [Fact]
    public void One_of_the_user_counts_where_that_for_all_users_does_not()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "See AccessListTests.");
        DefinitionFolder machine = Folder("machine", FileOwner.Administrator, "theirs");
        DefinitionFolder user = Folder("NaccsCert", FileOwner.User, "mine");
        UnixNodes.Allow(Path.Combine(machine.Path, "corp.json"), UnixFileMode.OtherWrite);

        Assert.Equal("mine", new ServiceDefinitionSource([machine, user]).Load("corp").DisplayName);
    }

    [Theory]
    [InlineData("naccs")]
    [InlineData("NACCS")]
    public void No_file_takes_the_place_of_the_built_in_definition(string name)
    {
        DefinitionFolder folder = Folder("NaccsCert", FileOwner.User, "planted");
        File.Copy(Path.Combine(folder.Path, "corp.json"), Path.Combine(folder.Path, name + ".json"));
        var source = new ServiceDefinitionSource([folder]);
        Assert.Equal("naccs", source.Load(name).Name);
        Assert.NotEqual("planted", source.Load(null).DisplayName);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(" corp")]
    [InlineData("corp.")]
    [InlineData("corp:stream")]
    [InlineData("C:corp")]
    [InlineData("NUL")]
    [InlineData("com1")]
    [InlineData("corp\0")]
    [InlineData("corp*")]
    public void A_name_that_no_file_can_have_is_looked_for_nowhere(string name)
    {
        NaccsException error = Assert.Throws<NaccsException>(() => Source(FileOwner.User).Load(name));
        Assert.Equal(ErrorId.ServiceDefinitionNotFound, error.ErrorId);
        Assert.Contains("corp", error.Message, StringComparison.Ordinal);
    }

    private static void AssertDoesNotCount(ServiceDefinitionSource source)
    {
        NaccsException error = Assert.Throws<NaccsException>(() => source.Load("corp"));
        Assert.Equal((ErrorId.ServiceDefinitionUnsafe, "corp"), (error.ErrorId, error.Target));
        Assert.Contains("NaccsCert", error.Message, StringComparison.Ordinal);
        Assert.Equal(["naccs"], source.Names());
    }

    private ServiceDefinitionSource Source(FileOwner owner) => new([Folder("NaccsCert", owner, "Good")]);

    private DefinitionFolder Folder(string name, FileOwner owner, string displayName)
    {
        string path = Directory.CreateDirectory(_scratch.Member(Path.Combine(name, "services"))).FullName;
        JsonObject json = BadDefinitions.Good();
        json["displayName"] = displayName;
        File.WriteAllText(Path.Combine(path, "corp.json"), json.ToJsonString());
        return new DefinitionFolder(path, owner, FilePermissions.OfThisPlatform);
    }
}
