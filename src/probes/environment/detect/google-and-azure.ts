import { isObject, textOf } from '../../../core/json.ts';
import type { ProbeFinding } from '../../../core/probe.ts';
import type { Noticed } from '../../noticed.ts';
import { damageOf } from './damage.ts';
import { valueOf, type Variables } from './variables.ts';

/** A file with credentials for Google, as it was found. */
export interface GoogleFile {
  readonly path: string;
  /** The variable that names it; absent for the one that `gcloud` writes. */
  readonly name?: string;
  readonly text?: string;
}

const types = new Set([
  'service_account',
  'authorized_user',
  'external_account',
  'impersonated_service_account',
  'external_account_authorized_user',
]);

/** Looks at project, region and credential file for Vertex. Of the file only its `type` is told. */
export function googleSettings(variables: Variables, file: GoogleFile | undefined): Noticed {
  const findings: ProbeFinding[] = [];
  const project = ['ANTHROPIC_VERTEX_PROJECT_ID', 'GOOGLE_CLOUD_PROJECT', 'GCLOUD_PROJECT'].find(
    (name) => valueOf(variables, name) !== undefined,
  );
  const hasAddress = valueOf(variables, 'ANTHROPIC_VERTEX_BASE_URL') !== undefined;
  const region = valueOf(variables, 'CLOUD_ML_REGION')?.trim();
  if (region === undefined && !hasAddress)
    findings.push(
      location(
        'likely',
        '`CLOUD_ML_REGION` is not set, and the Vertex SDK has no region by default.',
        'No region was given',
      ),
    );
  if (region !== undefined && !/^(?:global|us|eu|[a-z]+-[a-z]+\d{1,2})$/.test(region))
    findings.push(
      location(
        'likely',
        `\`CLOUD_ML_REGION\` is \`${region.slice(0, 40)}\`, which is not of the form of a region such as \`us-east5\` or \`global\`.`,
      ),
    );
  if (project === undefined && projectOf(file?.text) === undefined)
    findings.push(
      location(
        'possible',
        '`ANTHROPIC_VERTEX_PROJECT_ID` is not set, and the credential file names no project.',
        'No projectId was given',
      ),
    );
  if (file) findings.push(...fileFaults(file));
  else
    findings.push({
      cause: 'platform-credentials',
      certainty: 'likely',
      saw: 'There is no credential file for Google (`GOOGLE_APPLICATION_CREDENTIALS`, or the one that `gcloud auth application-default login` writes); only the role of a machine at Google could still give one.',
      text: 'Could not load the default credentials',
      isDecisive: false,
    });
  return { findings };
}

function fileFaults({ path, name, text }: GoogleFile): readonly ProbeFinding[] {
  const tell = (what: string): readonly ProbeFinding[] => [
    {
      cause: 'platform-credentials',
      certainty: 'proven',
      saw: `${name === undefined ? '' : `\`${name}\` names `}\`${path}\`${name === undefined ? ' ' : ', which '}${what}.`,
      text: 'Could not load the default credentials',
      isDecisive: true,
    },
  ];
  if (text === undefined) return tell('is not there or cannot be read');
  const value = parsed(text);
  if (!value) return tell('is not JSON');
  const type = textOf(value['type']);
  if (type === undefined) return tell('has no `type`, so it is no file of credentials');
  return types.has(type) ? [] : tell('has a `type` that Google libraries do not know');
}

function projectOf(text: string | undefined): string | undefined {
  const value = text === undefined ? undefined : parsed(text);
  return value ? (textOf(value['project_id']) ?? textOf(value['quota_project_id'])) : undefined;
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Looks at resource, address and key for Microsoft Foundry. */
export function foundrySettings(variables: Variables): Noticed {
  const resource = valueOf(variables, 'ANTHROPIC_FOUNDRY_RESOURCE')?.trim();
  const address = valueOf(variables, 'ANTHROPIC_FOUNDRY_BASE_URL')?.trim();
  const key = valueOf(variables, 'ANTHROPIC_FOUNDRY_API_KEY');
  const findings: ProbeFinding[] = [];
  if (resource === undefined && address === undefined)
    findings.push(
      location(
        'likely',
        'Neither `ANTHROPIC_FOUNDRY_RESOURCE` nor `ANTHROPIC_FOUNDRY_BASE_URL` is set.',
        'Must provide one of the `baseURL` or `resource` arguments',
      ),
    );
  if (resource !== undefined && address !== undefined)
    findings.push(
      location(
        'likely',
        '`ANTHROPIC_FOUNDRY_RESOURCE` and `ANTHROPIC_FOUNDRY_BASE_URL` are both set, and the SDK takes only one.',
        'baseURL and resource are mutually exclusive',
      ),
    );
  if (resource !== undefined && /[./:]/.test(resource))
    findings.push(
      location(
        'likely',
        '`ANTHROPIC_FOUNDRY_RESOURCE` holds an address; it is the name of the resource alone, the first part of the host.',
        'Must provide one of the `baseURL` or `resource` arguments',
      ),
    );
  const [damage] = damageOf(key ?? '');
  if (damage) findings.push(keyFault('proven', `The value of \`ANTHROPIC_FOUNDRY_API_KEY\` holds ${damage.what}.`));
  if (key?.trim().startsWith('sk-ant-') === true)
    findings.push(
      keyFault('proven', '`ANTHROPIC_FOUNDRY_API_KEY` holds a key of the Claude API, which Foundry does not know.'),
    );
  return {
    findings,
    notes: key === undefined ? [{ text: 'No Foundry key is set; the program must pass an `azureTokenProvider`.' }] : [],
  };
}

function keyFault(certainty: 'proven', saw: string): ProbeFinding {
  return { cause: 'platform-credentials', certainty, saw, isDecisive: true };
}

function location(certainty: 'likely' | 'possible', saw: string, text = ''): ProbeFinding {
  return { cause: 'platform-location-missing', certainty, saw, ...(text === '' ? {} : { text }), isDecisive: false };
}
