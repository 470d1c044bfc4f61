using System;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NaccsCert.Enrollment.Journal;
using NaccsCert.IO.Json;
using NaccsCert.Messages;
using NaccsCert.Messages.Est;
using NaccsCert.Messages.Files;
using NaccsCert.Messages.Revocation;
using NaccsCert.Services;
using NaccsCert.Tests.Services;
using NaccsCert.TestSupport.Certificates;
using Xunit;
using static NaccsCert.Tests.Protocol.Mutations;

namespace NaccsCert.Tests.Protocol;

/// <summary>
/// Good messages with a few bytes changed, always the same ones. Whatever a message is, its reader takes it or refuses
/// it with its own exception; nothing else comes out.
/// </summary>
public sealed class MutationTests
{
    [Fact]
    public void Wishes_of_the_service() => Mutate(
        Convert.FromBase64String("MEEGCSqGSIb3DQEJBzASBgcqhkjOPQIBMQcGBSuBBAAiMBYGCSqGSIb3DQEJDjEJBgcrBgEBAQEWBggqhkjOPQQDAw=="),
        mutated => Refuses<MessageFormatException>(() => CsrAttributesMessage.Parse(mutated)));

    [Fact]
    public void Certificates_and_revocation_lists()
    {
        using var authority = new TestAuthority("Root");
        using X509Certificate2 listed = authority.IssueWithKey(new ClientProfile { RevocationList = new Uri("http://any.invalid/list.crl") });
        byte[] list = authority.SignRevocationList(DateTimeOffset.UtcNow.AddDays(1), listed);

        Mutate(list, mutated => Refuses<MessageFormatException>(() => RevocationList.Parse(mutated, authority.Certificate.RawData)));
        Mutate(listed.RawData, mutated => Refuses<MessageFormatException>(() => RevocationList.AddressesIn(mutated)));
        Mutate(authority.Certificate.RawData, mutated => CertificateSignature.IsSelfSigned(mutated));
        Mutate(authority.Certificate.RawData, mutated => Refuses<NaccsException>(() => CertificateFile.Read(mutated, "any")));
        Mutate(
            Encoding.ASCII.GetBytes(authority.Certificate.ExportCertificatePem()),
            mutated => Refuses<NaccsException>(() => CertificateFile.Read(mutated, "any")));
    }

    [Fact]
    public void Definitions_and_journal_entries()
    {
        byte[] definition = Encoding.UTF8.GetBytes(BadDefinitions.Good().ToJsonString());
        byte[] entry = JournalEntryFormat.Write(new JournalEntry
        {
            Id = "fake-20310601T120000Z-01234567",
            Service = "fake",
            Operation = EnrollmentOperation.Enroll,
            State = EnrollmentStage.Submitted,
            Created = DateTimeOffset.UtcNow,
            KeyProvider = "KeyFile",
            KeyName = "key",
            KeyAlgorithm = KeyAlgorithm.Rsa2048,
            CertificationRequest = TestAuthority.NewRequest(),
            StoreName = "My",
            FriendlyName = "日本語",
            CodeFingerprint = "ABCD",
            CodeUse = CodeUse.Unknown,
        });

        Mutate(definition, mutated => Refuses<NaccsException>(() => ServiceDefinitionParser.Parse(mutated, "any", _ => [])));
        Mutate(entry, mutated => Refuses<JsonFormatException>(() => JournalEntryFormat.Read(mutated)));
        Assert.Equal("日本語", JournalEntryFormat.Read(entry).FriendlyName);
    }

    [Theory]
    [InlineData(0x30)]
    [InlineData(0x31)]
    [InlineData(0xA0)]
    [InlineData(0x24)]
    public void Nesting_without_end_is_refused_before_it_exhausts_the_stack(byte tag)
    {
        byte[] indefinite = [.. Enumerable.Range(0, 1024 * 1024).Select(index => index % 2 == 0 ? tag : (byte)0x80)];

        Assert.Throws<MessageFormatException>(() => CertsOnlyMessage.Parse([0x30, 0x80, .. indefinite]));
        Assert.Throws<MessageFormatException>(() => CsrAttributesMessage.Parse([0x30, 0x80, .. indefinite]));
    }
}
