using System.CommandLine;
using NaccsCert.Sandbox.Behavior;

namespace NaccsCert.Sandbox.CommandLine;

/// <summary>The options about the CAs and what comes with their certificates.</summary>
internal sealed class HierarchyOptions
{
    private const int MaxIntermediates = 5;
    private const int MaxJunk = 500;

    private readonly Option<bool> _caWithoutCommonName = new("--ca-without-common-name")
    {
        Description = "Name the client CAs by O and OU alone. Taken when the data folder is made.",
    };

    private readonly Option<int> _intermediates = BehaviorParsers.Number(
        "--intermediates", "How many CAs stand between the root and the client certificates. Taken when the data folder is made.", MaxIntermediates);

    private readonly Option<bool> _oldRoot = new("--old-root")
    {
        Description = "Give an older root of the same name too, client-ca-old.pem, with the certificates that each root has from the other.",
    };

    private readonly Option<int> _junk = BehaviorParsers.Number(
        "--junk", "How many certificates that belong to nothing come with cacerts and with each issued certificate.", MaxJunk);

    private readonly Option<bool> _chainInAnswer = new("--chain-in-answer")
    {
        Description = "Send the CAs with each issued certificate.",
    };

    private readonly Option<bool> _tlsTwin = new("--tls-twin")
    {
        Description = "Show, in TLS, a self-signed twin of the server's CA before the certificate that leads to tls-root.pem. Needs a new data folder.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_caWithoutCommonName);
        command.Options.Add(_intermediates);
        command.Options.Add(_oldRoot);
        command.Options.Add(_junk);
        command.Options.Add(_chainInAnswer);
        command.Options.Add(_tlsTwin);
    }

    public HierarchyBehavior Read(ParseResult parsed) => new()
    {
        CaWithoutCommonName = parsed.GetValue(_caWithoutCommonName),
        Intermediates = parsed.GetValue(_intermediates),
        OldRoot = parsed.GetValue(_oldRoot),
        Junk = parsed.GetValue(_junk),
        ChainInAnswer = parsed.GetValue(_chainInAnswer),
        TlsTwin = parsed.GetValue(_tlsTwin),
    };
}
