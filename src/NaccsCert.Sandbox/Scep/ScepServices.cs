using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Sandbox.Authority;
using NaccsCert.Sandbox.Behavior;
using NaccsCert.Sandbox.Http;
using NaccsCert.Sandbox.Issuance;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Scep;

/// <summary>What the SCEP operations need.</summary>
internal sealed class ScepServices : IDisposable
{
    private const string OneCertificate = "application/x-x509-ca-cert";
    private const string SeveralCertificates = "application/x-x509-ca-ra-cert";

    private readonly X509Certificate2? _registrationAuthority;
    private readonly X509Certificate2? _impostor;
    private readonly ScepIdentity _reader;
    private readonly ScepIdentity _signer;

    /// <summary>Puts them together, and makes the registration authority if there is to be one.</summary>
    /// <param name="services">Issues certificates.</param>
    /// <param name="state">What is kept.</param>
    /// <param name="behavior">How the operations answer.</param>
    public ScepServices(
        IssuanceServices services, (DataFolder Folder, ClientAuthority Authority, Ledger Ledger) state, ScepBehavior behavior)
    {
        _registrationAuthority = behavior.RegistrationAuthority
            ? RegistrationAuthority.LoadOrCreate(state.Folder, state.Authority.Certificate)
            : null;
        X509Certificate2 own = _registrationAuthority ?? state.Authority.Certificate;
        _impostor = behavior.Answer == ScepAnswerRule.OtherSigner ? Impostor(own) : null;
        _reader = new ScepIdentity(own);
        _signer = new ScepIdentity(_impostor ?? own);
        Algorithms = new ScepAlgorithms(behavior.Algorithms);
        Operation = new PkiOperation(services, new ScepEnrollment(state.Ledger, services.Enrollment), _reader, Algorithms);
        Writer = new CertRepWriter(_signer, services.Bundle, behavior.Answer);
        Authorities = AnswerOf(services.Bundle.Authorities);
    }

    public ScepAlgorithms Algorithms { get; }

    public PkiOperation Operation { get; }

    public CertRepWriter Writer { get; }

    /// <summary>The answer of <c>GetCACert</c> (RFC 8894 section 4.2.1).</summary>
    public HttpReply Authorities { get; }

    public void Dispose()
    {
        _signer.Dispose();
        _reader.Dispose();
        _impostor?.Dispose();
        _registrationAuthority?.Dispose();
    }

    private static X509Certificate2 Impostor(X509Certificate2 original)
    {
        using RSA key = ClientHierarchy.NewKey();
        return CaCertificate.SelfSign(ClientHierarchy.Request(original.SubjectName, key), CertificatePeriod.Of(original));
    }

    private HttpReply AnswerOf(byte[][] authorities)
    {
        byte[][] all = _registrationAuthority is null ? authorities : [_registrationAuthority.RawData, .. authorities];
        return all is [var only]
            ? HttpReply.Success(OneCertificate, only)
            : HttpReply.Success(SeveralCertificates, CertsOnlyMessage.Encode(all));
    }
}
