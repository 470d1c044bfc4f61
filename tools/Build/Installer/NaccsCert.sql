-- What wixl 0.101 cannot say, one statement a line, in the SQL of Windows Installer; the code page is 932 by now.

-- One entry of the Start menu, in the user's language.
UPDATE `Component` SET `Condition` = 'UserLanguageID <> 1041' WHERE `Component` = 'EnglishShortcut'
UPDATE `Component` SET `Condition` = 'UserLanguageID = 1041' WHERE `Component` = 'JapaneseShortcut'
UPDATE `Shortcut` SET `Name` = 'NACCS 証明書アシスタント' WHERE `Shortcut` = 'JapaneseShortcut'

-- The conditions of NaccsCert.wxs in Japanese.
INSERT INTO `LaunchCondition` (`Condition`, `Description`) VALUES ('Installed OR NOT NEWERFOUND OR UserLanguageID <> 1041', 'より新しいバージョンの NaccsCert がインストールされています。このバージョンをインストールするには、先に「設定」の「アプリ」で新しいバージョンをアンインストールしてください。')
INSERT INTO `LaunchCondition` (`Condition`, `Description`) VALUES ('Installed OR (NOT ALLUSERS AND UserSID <> "S-1-5-18") OR UserLanguageID <> 1041', 'NaccsCert はユーザごとにインストールします。ログオンしているユーザで、ALLUSERS を指定せずにインストーラを実行してください。配布ツールからは、システムではなくユーザのコンテキストで実行してください。')

-- Every older version is replaced, and another build of this one (769: features migrate, both ends of the range included). The
-- installer compares three numbers, so that a prerelease is such a build of its release. Within the transaction: what was there
-- comes back when the new one cannot be installed.
INSERT INTO `Upgrade` (`UpgradeCode`, `VersionMin`, `VersionMax`, `Attributes`, `ActionProperty`) VALUES ('$(var.UpgradeCode)', '0.0.0', '$(var.ProductVersion)', 769, 'OLDERFOUND')
UPDATE `Property` SET `Value` = 'NEWERFOUND;OLDERFOUND' WHERE `Property` = 'SecureCustomProperties'
INSERT INTO `InstallExecuteSequence` (`Action`, `Sequence`) VALUES ('RemoveExistingProducts', 1501)

-- The file of the installer, run again, repairs (manual 9.3.2).
INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) VALUES ('Repair', 51, 'REINSTALL', 'ALL')
INSERT INTO `InstallUISequence` (`Action`, `Condition`, `Sequence`) VALUES ('Repair', 'Installed AND NOT REMOVE AND NOT REINSTALL AND NOT RESUME', 750)
INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('Repair', 'Installed AND NOT REMOVE AND NOT REINSTALL AND NOT RESUME', 750)

-- Without the module the reminder would call what is no longer there (manual 8). It stays through an upgrade, as it names the
-- folder of all versions. The program starts in the module's folder, so that no path stands in a script; 1122: as the user, before
-- the files go, and whatever comes of it the module is removed.
INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) VALUES ('RemoveReminder', 1122, 'Desktop', '"$(var.PowerShell)" -NoLogo -NoProfile -NonInteractive -WindowStyle Hidden -ExecutionPolicy RemoteSigned -Command "Import-Module .\NaccsCert.psd1; Unregister-NaccsRenewalReminder"')
INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('RemoveReminder', 'REMOVE="ALL" AND NOT UPGRADINGPRODUCTCODE', 1550)
