import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../capture/text/evidence.ts';
import { namedModel, type ModelVerdict } from './named-model.ts';

function notFound(id: string, before = ''): string {
  return `${before}404 {"type":"error","error":{"type":"not_found_error","message":"model: ${id}"}}`;
}

function publisherModel(id: string): string {
  return `{"error":{"code":404,"message":"Publisher Model \`projects/p/locations/us-east5/publishers/anthropic/models/${id}\` was not found or your project does not have access to it.","status":"NOT_FOUND"}}`;
}

describe('what the table says of an id that was answered with "no such model"', () => {
  test.each<[string, string, ModelVerdict['kind']]>([
    ['a misspelt id is unknown', notFound('claude-sonet-4-6'), 'unknown'],
    ['a known id with a blank behind it is unknown', notFound('claude-sonnet-4-6 '), 'unknown'],
    ['an id with a suffix of Claude Code is unknown', notFound('claude-opus-4-6[1m]'), 'unknown'],
    ['an id after its last day is retired', notFound('claude-3-opus-20240229', '2026-02-01T00:00:00Z '), 'retired'],
    ['an id on its last day is active', notFound('claude-3-opus-20240229', '2026-01-05T12:00:00Z '), 'active'],
    ['an id before its last day is active', notFound('claude-3-opus-20240229', '2025-02-01T00:00:00Z '), 'active'],
    ['without a date, an announced retirement counts', notFound('claude-3-opus-20240229'), 'retired'],
    ['a Bedrock id on the Claude API is foreign', notFound('us.anthropic.claude-3-7-sonnet-20250219-v1:0'), 'foreign'],
    ['a Google Cloud id on the Claude API is foreign', notFound('claude-sonnet-4-5@20250929'), 'foreign'],
    [
      'an id of the Claude API on Bedrock is foreign',
      'API Error (claude-haiku-4-5): 400 The provided model identifier is invalid.',
      'foreign',
    ],
    ['an id of the Claude API on Google Cloud is foreign', publisherModel('claude-haiku-4-5-20251001'), 'foreign'],
    ['the right id on Google Cloud is active', publisherModel('claude-haiku-4-5@20251001'), 'active'],
    [
      'a refusal that names no model is unnamed',
      'ValidationException: The provided model identifier is invalid.',
      'unnamed',
    ],
  ])('%s', (_behavior, text, kind) => {
    expect(namedModel(evidenceOf(text)).kind).toBe(kind);
  });
});
