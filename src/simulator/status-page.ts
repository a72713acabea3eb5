import type { JsonObject } from '../core/json.ts';
import type { StatusDocument } from './call.ts';
import type { StatusIncident } from './options.ts';

/** The components that the real page has, with their ids where those are known (seen 2026-09-03). */
const components: readonly (readonly [name: string, id: string])[] = [
  ['claude.ai', 'rwppv331jlwc'],
  ['Claude Console (platform.claude.com)', '0qbwn08sd68x'],
  ['Claude API (api.anthropic.com)', 'k8w3r06qmzrp'],
  ['Claude Code', 'yyzkbfz2thpt'],
  ['Claude Cowork', 'f4ul71n3c0wk'],
];
const page = { id: 'tymt9n04zgry', name: 'Claude', url: 'https://status.claude.com', time_zone: 'Etc/UTC' };
const impacts = ['minor', 'major', 'critical'] as const;
const componentStatus = { minor: 'degraded_performance', major: 'partial_outage', critical: 'major_outage' } as const;
const descriptions = {
  none: 'All Systems Operational',
  minor: 'Minor Service Outage',
  major: 'Partial System Outage',
  critical: 'Major Service Outage',
} as const;

/** What the page was told to show. */
export interface StatusPage {
  readonly incidents: readonly StatusIncident[];
  /** When the incidents began, and what time it is. */
  readonly since: number;
  readonly now: number;
}

/** One document of the status page. */
export function statusDocument(document: StatusDocument, status: StatusPage): JsonObject {
  const head = { page: { ...page, updated_at: iso(status.now) } };
  const indicator = impacts.findLast((impact) => status.incidents.some((one) => one.impact === impact)) ?? 'none';
  const summary = { status: { indicator, description: descriptions[indicator] } };
  switch (document) {
    case 'status':
      return { ...head, ...summary };
    case 'components':
      return { ...head, components: componentList(status) };
    case 'incidents':
      return { ...head, incidents: incidentList(status) };
    case 'summary':
      return {
        ...head,
        components: componentList(status),
        incidents: incidentList(status),
        scheduled_maintenances: [],
        ...summary,
      };
  }
}

function componentList({ incidents, since, now }: StatusPage): readonly JsonObject[] {
  return components.map(([name, id], position) => {
    const incident = incidents.find((one) => affects(one, name));
    return {
      id,
      name,
      status: incident ? componentStatus[incident.impact] : 'operational',
      created_at: '2023-07-11T17:53:00.000Z',
      updated_at: iso(incident ? since : now),
      position: position + 1,
      description: null,
      showcase: true,
      start_date: null,
      group_id: null,
      page_id: page.id,
      group: false,
      only_show_if_degraded: false,
    };
  });
}

function incidentList({ incidents, since }: StatusPage): readonly JsonObject[] {
  const at = iso(since);
  return incidents.map((incident, index) => ({
    id: `1nc1d3nt${String(index).padStart(4, '0')}`,
    name: incident.name,
    status: 'investigating',
    impact: incident.impact,
    created_at: at,
    updated_at: at,
    monitoring_at: null,
    resolved_at: null,
    shortlink: `https://stspg.io/faultline${index}`,
    started_at: at,
    page_id: page.id,
    incident_updates: [
      {
        id: `upd4t3${String(index).padStart(6, '0')}`,
        status: 'investigating',
        body: 'We are investigating this issue.',
        created_at: at,
        display_at: at,
        affected_components: components
          .filter(([name]) => affects(incident, name))
          .map(([name, code]) => ({
            code,
            name,
            old_status: 'operational',
            new_status: componentStatus[incident.impact],
          })),
      },
    ],
  }));
}

function affects({ components: named = ['Claude API'] }: StatusIncident, name: string): boolean {
  return named.some((beginning) => name.startsWith(beginning));
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
