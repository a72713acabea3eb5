import type { Probe } from '../../core/probe.ts';
import { baseUrl } from './base-url.ts';
import { certificateFiles } from './certificate-files.ts';
import { claudeCodeSettings } from './claude-code-settings.ts';
import { cloudSettings } from './cloud-settings.ts';
import { credentialChoice } from './credential-choice.ts';
import { credentialForm } from './credential-form.ts';
import { credentialProfiles } from './credential-profiles.ts';
import { dotenvFiles } from './dotenv-files.ts';
import { leftOverSettings } from './left-over-settings.ts';
import { proxySettings } from './proxy-settings.ts';
import { runtimes } from './runtimes.ts';
import { variableNames } from './variable-names.ts';

/** The probes of the environment, in the order in which a reader would ask. */
export const environmentProbes: readonly Probe[] = [
  credentialForm,
  credentialChoice,
  variableNames,
  dotenvFiles,
  baseUrl,
  cloudSettings,
  credentialProfiles,
  claudeCodeSettings,
  proxySettings,
  certificateFiles,
  leftOverSettings,
  runtimes,
];
