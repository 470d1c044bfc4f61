using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>What -Verbose tells: an enrollment in ten lines that a support team can read.</summary>
public sealed class VerboseTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    private string Host => Sandbox.Url.Host;

    [Fact]
    public void An_enrollment_is_told_in_ten_lines()
    {
        ReadInEnglish();
        CodeSet codes = TakeCodes();
        SessionRun run = Enroll(codes);
        Matches(
            run,
            $"Performing the operation \"Enroll a certificate (証明書の新規登録)\" on target \"{Host}\".",
            $"The certificate is for the account *, certificate store {StoreName}.",
            $"The service is * at {Host}, from the service definition {Service}.",
            "No proxy is used.",
            $"A private key was created (EcdsaP256, *) for enrollment {run.Text("EnrollmentId")}.",
            $"The request was sent to {Host}, which issued a certificate.",
            $"The certificate was verified: terminal {codes.Terminal}, issuer NACCS Client CA, valid until 20*.",
            $"The certificate was installed, with the thumbprint {run.Text("Thumbprint")}.",
            "The installed certificate was tested with a signature.",
            "The root certificate * trusted.");
    }

    [Fact]
    public void And_in_Japanese()
    {
        Session.Culture = CultureInfo.GetCultureInfo("ja-JP");
        CodeSet codes = TakeCodes();
        SessionRun run = Enroll(codes, "-SkipRootCA");
        Matches(
            run,
            $"対象「{Host}」に対して操作「証明書の新規登録」を実行します。",
            $"アカウント * の証明書ストア {StoreName} に登録します。",
            $"*({Host})を使用します。サービス定義は {Service} です。",
            "プロキシを経由しません。",
            $"秘密鍵を作成しました(EcdsaP256、*)。手続きIDは {run.Text("EnrollmentId")} です。",
            $"{Host} に申請を送信し、証明書が発行されました。",
            $"証明書を検証しました(論理端末名 {codes.Terminal}、発行者 NACCS Client CA、有効期限 20*)。",
            $"証明書を登録しました(拇印 {run.Text("Thumbprint")})。",
            "登録した証明書を使用できることを、署名して確認しました。",
            "指定に従い、ルート証明書の登録を省略しました。");
    }

    [Fact]
    public void A_renewal_says_what_becomes_of_the_previous_certificate()
    {
        ReadInEnglish();
        Enrolled();
        SessionRun run = Invoke("Update-NaccsCertificate");
        Assert.Equal(11, run.Verbose.Count);
        Assert.Contains(
            $"The certificate was installed, with the thumbprint {run.Text("Thumbprint")}. The previous certificate is kept and is now superseded.",
            run.Verbose);
    }

    [Fact]
    public void A_failure_ends_the_story_where_it_happened()
    {
        ReadInEnglish();
        Redefine(DefinitionFile.AtPort(Ports.Closed()));
        SessionRun run = Enroll(TakeCodes(), "-MaximumRetryCount 1 -RetryIntervalSec 1");
        Matches(
            run,
            "Performing *",
            "The certificate is for *",
            "The service is *",
            "No proxy is used.",
            $"An attempt failed: * {Host}, *",
            $"An attempt failed: * {Host}, *");
    }

    [Fact]
    public void A_refusal_says_that_nothing_is_left()
    {
        ReadInEnglish();
        SessionRun run = Enroll(WrongCodes());
        Assert.Equal(["CodesRefused"], run.ErrorIds);
        Assert.Equal("The request was rejected and nothing was issued. The private key and the enrollment were removed.", run.Verbose[^1]);
    }

    private static void Matches(SessionRun run, params IEnumerable<string> patterns) => Assert.Collection(
        run.Verbose,
        [.. patterns.Select(pattern => (Action<string>)(line => Assert.Matches(
            "^" + Regex.Escape(pattern).Replace(@"\*", ".+", StringComparison.Ordinal) + "$", line)))]);
}
