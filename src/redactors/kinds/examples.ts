import type { KindExamples } from './kind-examples.ts';
import { anthropicExamples } from './anthropic.examples.ts';
import { awsExamples } from './aws.examples.ts';
import { azureExamples } from './azure.examples.ts';
import { codeHostExamples } from './code-hosts.examples.ts';
import { commandLineExamples } from './command-line.examples.ts';
import { googleExamples } from './google.examples.ts';
import { messagingExamples } from './messaging.examples.ts';
import { modelProviderExamples } from './model-providers.examples.ts';
import { namedExamples } from './named.examples.ts';
import { paymentExamples } from './payment.examples.ts';
import { personalExamples } from './people.examples.ts';
import { serviceExamples } from './services.examples.ts';
import { standardExamples } from './tokens-and-keys.examples.ts';
import { urlExamples } from './urls.examples.ts';

/** The examples of every kind, for tests. */
export const kindExamples: readonly KindExamples[] = [
  ...anthropicExamples,
  ...awsExamples,
  ...azureExamples,
  ...codeHostExamples,
  ...commandLineExamples,
  ...googleExamples,
  ...messagingExamples,
  ...modelProviderExamples,
  ...namedExamples,
  ...paymentExamples,
  ...personalExamples,
  ...serviceExamples,
  ...standardExamples,
  ...urlExamples,
];
