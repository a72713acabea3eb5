import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The program cannot find the SDK. */
export const sdkNotInstalled = defineCause({
  id: 'sdk-not-installed',
  refines: 'sdk-dependency-conflict',
  title: 'The program does not find the SDK',
  locus: 'client',
  retry: () => ({ kind: 'no', because: 'The package stays missing until it is installed.' }),
  signs: [
    {
      says: ['No module named', 'anthropic'],
      pattern: /No module named ['"]?(?:anthropic|langchain_anthropic)['"]?(?![.\w])/,
    },
    { says: 'Could not import anthropic python package' },
    { says: "Cannot find module '@anthropic-ai/sdk" },
    { says: "Cannot find package '@anthropic-ai/sdk" },
    { says: "Can't resolve '@anthropic-ai/sdk" },
    { says: 'Failed to resolve import "@anthropic-ai/sdk' },
    { says: 'Could not resolve "@anthropic-ai/sdk' },
    { says: 'cannot load such file -- anthropic' },
    { says: ['Class "Anthropic', 'not found'] },
    { says: ['package com.anthropic', 'does not exist'] },
    { says: ['no required module provides package github.com/anthropics/anthropic-sdk-go'] },
    { says: ['use of undeclared crate or module', 'anthropic'], pattern: /crate or module `\w*anthropic/ },
    { says: ['use of unresolved module or unlinked crate', 'anthropic'], pattern: /unlinked crate `\w*anthropic/ },
    { says: 'no such module', pattern: /no such module '\w*Anthropic\w*'/ },
    { says: ['ClassNotFoundException', 'com.anthropic'] },
    {
      says: ['type or namespace name', 'Anthropic'],
      pattern: /namespace name '\w*Anthropic\w*' (?:could not|does not)/,
    },
    {
      says: ['uninitialized constant', 'Anthropic'],
      pattern: /uninitialized constant (?:\w+::)*Anthropic\b(?!::)/,
      certainty: 'likely',
    },
    { says: ['UndefinedFunctionError', 'Anthrop', 'is not available'], pattern: /module Anthrop\w+ is not available/ },
    { says: ["Cannot find module '@anthropic-ai/"], certainty: 'likely' },
    { says: ['Please install', 'pip install anthropic'], certainty: 'likely' },
  ],
  explain: () =>
    'The program looked for the Anthropic SDK where it runs and did not find it: it is not installed there, it was installed for another interpreter or folder, or a file of your own with the same name stands before it.',
  remedies: () => [
    {
      action: 'Install it with the interpreter or in the folder that runs the program.',
      run: 'python -m pip install anthropic\nnpm install @anthropic-ai/sdk',
    },
    {
      action: 'See which interpreter runs, and rename a file of your own called `anthropic.py`.',
      run: 'python -c "import sys; print(sys.executable, sys.path)"',
    },
    {
      action:
        'In a container or function, add it to the list that the build installs from (`requirements.txt`, `package.json`).',
    },
  ],
  docs: pages.sdks,
});
