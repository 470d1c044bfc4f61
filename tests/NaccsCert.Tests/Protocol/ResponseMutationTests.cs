using System;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.TestSupport.Servers;
using NaccsCert.Validation;
using Xunit;
using static NaccsCert.Tests.Protocol.Mutations;

namespace NaccsCert.Tests.Protocol;

/// <summary>Mutations of a message whose certificates the platform chains to a root.</summary>
public sealed class ResponseMutationTests
{
    [Fact]
    public void Answers_of_the_service()
    {
        using var authority = new TestAuthority(TestAuthority.ClientCA);
        byte[] request = TestAuthority.NewRequest();
        using X509Certificate2 certificate = authority.Issue(TestAuthority.KeyOf(request));
        ServiceDefinition definition = new DefinitionBuilder(new Uri("https://any.invalid"))
            .Pin("server", authority.Certificate).Pin("client", authority.Certificate).Build();
        byte[] answer = Reply.Certificates(certificate, authority.Certificate).Body;
        byte[][] authorities = [authority.Certificate.RawData];

        Mutate(answer, mutated => Refuses<NaccsException>(() =>
            IssuedCertificate.Verify(mutated, request, authorities, definition, DateTimeOffset.UtcNow)));
        Mutate(answer, mutated => Refuses<MessageFormatException>(() => CertsOnlyMessage.Parse(mutated)));
        Assert.NotNull(IssuedCertificate.Verify(answer, request, authorities, definition, DateTimeOffset.UtcNow));
    }
}
