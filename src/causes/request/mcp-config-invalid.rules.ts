import { isArray, isObject, textOf } from '../../core/json.ts';
import type { JsonObject } from '../../core/json.ts';
import { defineRule } from '../../core/rule.ts';
import type { RequestView, Tool } from '../../core/view.ts';
import { maxMcpServers } from '../../facts/limits.ts';
import { toolMessages } from '../../facts/messages/tools.ts';
import { lacks, platformName } from '../../facts/platforms.ts';

const cause = 'mcp-config-invalid';
/** With this value alone, servers bring all their tools and no toolset is declared. */
const oldBeta = 'mcp-client-2025-04-04';
const newBetas = ['mcp-client-2025-11-20', 'mcp-client-2026-09-15'];

interface Server {
  readonly index: number;
  readonly value: JsonObject;
  readonly name?: string;
  readonly url?: string;
}

const serverUnreferenced = defineRule<Server & { readonly name: string }>({
  cause,
  row: 'mcp',
  phase: 'cross-field',
  // The older form of the feature declares no toolset, and without headers it may be meant.
  severity: (_, view) => (newBetas.some((value) => view.beta(value) === 'sent') ? 'error' : 'warning'),
  find(view) {
    if (servers(view).length === 0 || isOldForm(view)) return [];
    const referenced = new Set(toolsets(view).map(serverOf));
    return servers(view)
      .filter(isNamed)
      .filter(({ name }) => !referenced.has(name));
  },
  path: () => '',
  at: ({ index }) => ['mcp_servers', index],
  message: ({ name }) => toolMessages.mcpServerUnreferenced(name),
  why: ({ name }) => `Add \`{"type": "mcp_toolset", "mcp_server_name": "${name}"}\` to \`tools\`.`,
  fix: ({ name }, { hasToolsMember, tools }) => ({
    name: 'mcp',
    safe: false,
    does: `Declare the tools of \`${name}\`.`,
    edits: hasToolsMember
      ? [{ kind: 'insert', at: ['tools', tools.length], value: { type: 'mcp_toolset', mcp_server_name: name } }]
      : [{ kind: 'set', at: ['tools'], value: [{ type: 'mcp_toolset', mcp_server_name: name }] }],
  }),
});

const toolsetOfUnknownServer = defineRule<{ readonly tool: Tool; readonly name: string }>({
  cause,
  row: 'mcp-unknown-server',
  phase: 'cross-field',
  severity: 'warning',
  find(view) {
    const found = toolsets(view);
    if (found.length === 0) return [];
    const known = new Set(servers(view).map(({ name }) => name));
    return found.flatMap((tool) => {
      const name = serverOf(tool);
      return name === undefined || known.has(name) ? [] : [{ tool, name }];
    });
  },
  path: ({ tool }) => `tools.${tool.index}.mcp_toolset.mcp_server_name`,
  at: ({ tool }) => ['tools', tool.index, 'mcp_server_name'],
  message: ({ name }) => `No server in \`mcp_servers\` is named \`${name}\`.`,
  wording: 'ours',
});

const toolsetTwice = defineRule<{ readonly tool: Tool; readonly name: string }>({
  cause,
  row: 'mcp-toolset-duplicate',
  phase: 'cross-field',
  severity: 'warning',
  find(view) {
    const seen = new Set<string>();
    return toolsets(view).flatMap((tool) => {
      const name = serverOf(tool);
      if (name === undefined) return [];
      if (seen.has(name)) return [{ tool, name }];
      seen.add(name);
      return [];
    });
  },
  path: ({ tool }) => `tools.${tool.index}`,
  at: ({ tool }) => ['tools', tool.index],
  message: ({ name }) => `The server \`${name}\` has two toolsets; each server has exactly one.`,
  wording: 'ours',
});

const serverNameTwice = defineRule<Server & { readonly name: string }>({
  cause,
  row: 'mcp-name-duplicate',
  phase: 'cross-field',
  severity: 'warning',
  find(view) {
    const seen = new Set<string>();
    return servers(view)
      .filter(isNamed)
      .filter(({ name }) => {
        const isSecond = seen.has(name);
        seen.add(name);
        return isSecond;
      });
  },
  path: ({ index }) => `mcp_servers.${index}.name`,
  at: ({ index }) => ['mcp_servers', index, 'name'],
  message: ({ name }) => `Two MCP servers are named \`${name}\`; names must be unique.`,
  wording: 'ours',
});

const serverUrl = defineRule<Server & { readonly url: string }>({
  cause,
  row: 'mcp-url',
  phase: 'cross-field',
  severity: 'warning',
  find: (view) =>
    servers(view)
      .filter(hasUrl)
      .filter(({ url }) => !/^https:\/\/[^/]/i.test(url)),
  path: ({ index }) => `mcp_servers.${index}.url`,
  at: ({ index }) => ['mcp_servers', index, 'url'],
  message: () => 'The URL of an MCP server must begin with https://.',
  wording: 'ours',
  why: ({ url }) =>
    `The API connects to the server itself, so a local process or \`${url.slice(0, 24)}\` is out of its reach.`,
});

const tooManyServers = defineRule<number>({
  cause,
  row: 'mcp-count',
  phase: 'schema',
  severity: 'warning',
  find: (view) => {
    const { length } = servers(view);
    return length > maxMcpServers ? [length] : [];
  },
  path: () => 'mcp_servers',
  at: () => ['mcp_servers'],
  message: (count) => `The request has ${count} MCP servers; ${maxMcpServers} are allowed.`,
  wording: 'ours',
});

const mcpOnPlatform = defineRule<undefined>({
  cause,
  row: 'mcp-platform',
  phase: 'capability',
  severity: 'warning',
  find: (view) => (lacks(view.platform, 'mcp') && servers(view).length > 0 ? [undefined] : []),
  path: () => 'mcp_servers',
  at: () => ['mcp_servers'],
  message: (_, { platform }) => `The MCP connector is not available on ${platformName(platform)}.`,
  wording: 'ours',
});

function servers({ body: { mcp_servers: list } }: RequestView): readonly Server[] {
  if (!isArray(list)) return [];
  return list.flatMap((value, index) => {
    if (!isObject(value)) return [];
    const name = textOf(value.name);
    const url = textOf(value.url);
    return [{ index, value, ...(name === undefined ? {} : { name }), ...(url === undefined ? {} : { url }) }];
  });
}

function toolsets({ toolsOf }: RequestView): readonly Tool[] {
  return toolsOf('mcp_toolset');
}

function serverOf({ value }: Tool): string | undefined {
  return textOf(value.mcp_server_name);
}

function isOldForm(view: RequestView): boolean {
  if (newBetas.some((value) => view.beta(value) === 'sent')) return false;
  return view.beta(oldBeta) === 'sent' || servers(view).some(({ value }) => value.tool_configuration !== undefined);
}

function isNamed(server: Server): server is Server & { readonly name: string } {
  return server.name !== undefined;
}

function hasUrl(server: Server): server is Server & { readonly url: string } {
  return server.url !== undefined;
}

/** Rules about MCP servers and their toolsets. */
export const mcpConfigInvalidRules = [
  serverUnreferenced,
  toolsetOfUnknownServer,
  toolsetTwice,
  serverNameTwice,
  serverUrl,
  tooManyServers,
  mcpOnPlatform,
] as const;
