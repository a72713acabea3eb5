import type { KindExamples } from './kind-examples.ts';

/** Credentials of Azure. */
export const azureExamples: readonly KindExamples[] = [
  {
    kind: 'Azure key',
    secrets: (draw) => [`${draw.word(52)}${'JQQ'}J99${draw.word(16)}AAAA${'AC'}OG${draw.word(4)}`],
    spares: ['The resource is my-resource.openai.azure.com.'],
  },
  { kind: 'Azure client secret', secrets: (draw) => [`a1B${'8Q'}~${draw.word(34)}`] },
  {
    kind: 'Azure key',
    secrets: (draw) => [`${draw.base64(86)}==`],
    around: [
      'DefaultEndpointsProtocol=https;AccountName=store;AccountKey=SECRET;EndpointSuffix=core.windows.net',
      'Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=SECRET',
    ],
  },
  {
    kind: 'Azure shared access signature',
    secrets: (draw) => [draw.word(43)],
    around: ['https://store.blob.core.windows.net/c/b?sv=2024-11-04&sr=b&sig=SECRET'],
  },
  {
    kind: 'assigned secret',
    secrets: (draw) => [draw.hex(32)],
    around: ['AZURE_OPENAI_API_KEY=SECRET', 'ANTHROPIC_FOUNDRY_API_KEY="SECRET"', 'api-key: SECRET'],
  },
];
