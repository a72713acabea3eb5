import { isAlphanumeric, isTokenCharacter } from '../characters.ts';
import { defineRedactor } from '../redactor.ts';
import { token } from '../token.ts';

const word = (code: number): boolean => isAlphanumeric(code) || code === 95;

/** Tokens of the places where code and packages lie. */
export const codeHostTokens = [
  defineRedactor({
    kind: 'GitHub token',
    anchors: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'],
    find: token({ of: word, least: 30, most: 255 }),
  }),
  defineRedactor({
    kind: 'GitHub token',
    anchors: ['github_pat_'],
    find: token({ of: word, least: 30, most: 255, anywhere: true }),
  }),
  defineRedactor({
    kind: 'GitLab token',
    anchors: [
      'glpat-',
      'gldt-',
      'glrt-',
      'glptt-',
      'glcbt-',
      'glsoat-',
      'glft-',
      'glimt-',
      'glagent-',
      'gloas-',
      'GR1348941',
    ],
    find: token({ of: (code) => isTokenCharacter(code) || code === 46, least: 16, most: 300 }),
  }),
  defineRedactor({ kind: 'npm token', anchors: ['npm_'], find: token({ of: isAlphanumeric, least: 36, most: 60 }) }),
  defineRedactor({ kind: 'PyPI token', anchors: ['pypi-'], find: token({ least: 50, most: 400 }) }),
  defineRedactor({
    kind: 'Docker token',
    anchors: ['dckr_pat_', 'dckr_oat_'],
    find: token({ least: 20, most: 100, anywhere: true }),
  }),
  defineRedactor({
    kind: 'Bitbucket token',
    anchors: ['ATBB', 'ATCTT3'],
    find: token({
      least: 28,
      most: 300,
      of: (code) => isTokenCharacter(code) || code === 61,
      confirm: (value) => /\d/.test(value),
    }),
  }),
  defineRedactor({
    kind: 'Atlassian token',
    anchors: ['ATATT3'],
    find: token({ least: 60, most: 400, of: (code) => isTokenCharacter(code) || code === 61 }),
  }),
  defineRedactor({
    kind: 'DigitalOcean token',
    anchors: ['dop_v1_', 'doo_v1_', 'dor_v1_'],
    find: token({ least: 40, most: 100 }),
  }),
  defineRedactor({ kind: 'Vault token', anchors: ['hvs.', 'hvb.', 'hvr.'], find: token({ least: 24, most: 300 }) }),
];
