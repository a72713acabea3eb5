// Made from the types of @anthropic-ai/sdk by `npm run sync:api`; not edited by hand. How to read it:
// src/check/structure/table.ts.

/** The version of the SDK that the tables were read from. */
export const sdkVersion = '1.14.0';

/** The shape of the body by kind of request. */
export const requestShapes: Readonly<Record<string, string>> = {
  messages: 'MessageCreateParams',
  'count-tokens': 'MessageCountTokensParams',
  batch: 'BatchCreateParams',
};

/** Every object that a request can hold. */
export const shapes: Readonly<Record<string, string>> = {
  CacheControlEphemeral: "type: 'ephemeral'; ttl?: '5m' | '1h'",
  CitationCharLocationParam:
    "cited_text: string; document_index: integer; document_title: string | null; end_char_index: integer; start_char_index: integer; type: 'char_location'",
  CitationPageLocationParam:
    "cited_text: string; document_index: integer; document_title: string | null; end_page_number: integer; start_page_number: integer; type: 'page_location'",
  CitationContentBlockLocationParam:
    "cited_text: string; document_index: integer; document_title: string | null; end_block_index: integer; start_block_index: integer; type: 'content_block_location'",
  CitationWebSearchResultLocationParam:
    "cited_text: string; encrypted_index: string; title: string | null; type: 'web_search_result_location'; url: string",
  CitationSearchResultLocationParam:
    "cited_text: string; end_block_index: integer; search_result_index: integer; source: string; start_block_index: integer; title: string | null; type: 'search_result_location'",
  TextBlockParam:
    "text: string; type: 'text'; cache_control?: null | CacheControlEphemeral; citations?: null | [<TextCitationParam>]",
  Base64ImageSource:
    "data: string; media_type: 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp'; type: 'base64'",
  URLImageSource: "type: 'url'; url: string",
  FileImageSource: "file_id: string; type: 'file'",
  ImageTransformationsParam: "oversized_image?: 'downsize' | 'error'",
  ImageBlockParam:
    "source: <base64=Base64ImageSource | url=URLImageSource | file=FileImageSource>; type: 'image'; cache_control?: null | CacheControlEphemeral; transformations?: null | ImageTransformationsParam",
  Base64PDFSource: "data: string; media_type: 'application/pdf'; type: 'base64'",
  PlainTextSource: "data: string; media_type: 'text/plain'; type: 'text'",
  ContentBlockSource: "content: string | [<ContentBlockSourceContent>]; type: 'content'",
  URLPDFSource: "type: 'url'; url: string",
  FileDocumentSource: "file_id: string; type: 'file'",
  CitationsConfigParam: 'enabled?: boolean',
  DocumentBlockParam:
    "source: <base64=Base64PDFSource | text=PlainTextSource | content=ContentBlockSource | url=URLPDFSource | file=FileDocumentSource>; type: 'document'; cache_control?: null | CacheControlEphemeral; citations?: null | CitationsConfigParam; context?: string | null; title?: string | null",
  SearchResultBlockParam:
    "content: [TextBlockParam]; source: string; title: string; type: 'search_result'; cache_control?: null | CacheControlEphemeral; citations?: CitationsConfigParam",
  ThinkingBlockParam: "signature: string; thinking: string; type: 'thinking'",
  RedactedThinkingBlockParam: "data: string; type: 'redacted_thinking'",
  DirectCaller: "type: 'direct'",
  ServerToolCaller: "tool_id: string; type: 'code_execution_20250825'",
  ServerToolCaller20260120: "tool_id: string; type: 'code_execution_20260120'",
  ToolUseBlockParam:
    "id: string; input: unknown; name: string; type: 'tool_use'; cache_control?: null | CacheControlEphemeral; caller?: <direct=DirectCaller | code_execution_20250825=ServerToolCaller | code_execution_20260120=ServerToolCaller20260120>; toolset_name?: string | null",
  ToolReferenceBlockParam: "tool_name: string; type: 'tool_reference'; cache_control?: null | CacheControlEphemeral",
  BrowserStateTabEntry: 'tab_id: string; title: string; url: string; active?: boolean',
  BrowserStateChangeTabOpened: "tab_id: string; type: 'tab_opened'",
  BrowserStateChangeDownloadStarted: "download_id: string; type: 'download_started'; url: string",
  BrowserStateChangeDownloadCompleted:
    "download_id: string; type: 'download_completed'; url: string; path?: string | null; size_bytes?: integer | null",
  BrowserStateChangeDownloadFailed: "download_id: string; type: 'download_failed'; url: string; error?: string | null",
  BrowserStateBlockParam:
    "tabs: [BrowserStateTabEntry]; type: 'browser_state'; cache_control?: null | CacheControlEphemeral; state_changes?: null | [<BrowserStateChange>]",
  ToolResultBlockParam:
    "tool_use_id: string; type: 'tool_result'; cache_control?: null | CacheControlEphemeral; content?: string | [<text=TextBlockParam | image=ImageBlockParam | search_result=SearchResultBlockParam | document=DocumentBlockParam | tool_reference=ToolReferenceBlockParam | browser_state=BrowserStateBlockParam>]; is_error?: boolean; toolset_name?: string | null",
  ServerToolUseBlockParam:
    "id: string; input: unknown; name: 'web_search' | 'web_fetch' | 'code_execution' | 'bash_code_execution' | 'text_editor_code_execution' | 'tool_search_tool_regex' | 'tool_search_tool_bm25' | ~'advisor'; type: 'server_tool_use'; cache_control?: null | CacheControlEphemeral; caller?: <direct=DirectCaller | code_execution_20250825=ServerToolCaller | code_execution_20260120=ServerToolCaller20260120>",
  WebSearchResultBlockParam:
    "encrypted_content: string; title: string; type: 'web_search_result'; url: string; page_age?: string | null",
  WebSearchToolRequestErrorObject:
    "error_code: 'invalid_tool_input' | 'unavailable' | 'max_uses_exceeded' | 'too_many_requests' | 'query_too_long' | 'request_too_large'; type: 'web_search_tool_result_error'",
  WebSearchToolResultBlockParam:
    "content: [WebSearchResultBlockParam] | WebSearchToolRequestErrorObject; tool_use_id: string; type: 'web_search_tool_result'; cache_control?: null | CacheControlEphemeral; caller?: <direct=DirectCaller | code_execution_20250825=ServerToolCaller | code_execution_20260120=ServerToolCaller20260120>",
  WebFetchToolResultErrorBlockParam:
    "error_code: 'invalid_tool_input' | 'url_too_long' | 'url_not_allowed' | 'url_not_in_prior_context' | 'url_not_accessible' | 'unsupported_content_type' | 'too_many_requests' | 'max_uses_exceeded' | 'unavailable' | 'content_too_large'; type: 'web_fetch_tool_result_error'",
  WebFetchBlockParam:
    "content: DocumentBlockParam; type: 'web_fetch_result'; url: string; retrieved_at?: string | null",
  WebFetchToolResultBlockParam:
    "content: <web_fetch_tool_result_error=WebFetchToolResultErrorBlockParam | web_fetch_result=WebFetchBlockParam>; tool_use_id: string; type: 'web_fetch_tool_result'; cache_control?: null | CacheControlEphemeral; caller?: <direct=DirectCaller | code_execution_20250825=ServerToolCaller | code_execution_20260120=ServerToolCaller20260120>",
  CodeExecutionToolResultErrorParam:
    "error_code: 'invalid_tool_input' | 'unavailable' | 'too_many_requests' | 'execution_time_exceeded'; type: 'code_execution_tool_result_error'",
  CodeExecutionOutputBlockParam: "file_id: string; type: 'code_execution_output'",
  CodeExecutionResultBlockParam:
    "content: [CodeExecutionOutputBlockParam]; return_code: integer; stderr: string; stdout: string; type: 'code_execution_result'",
  EncryptedCodeExecutionResultBlockParam:
    "content: [CodeExecutionOutputBlockParam]; encrypted_stdout: string; return_code: integer; stderr: string; type: 'encrypted_code_execution_result'",
  CodeExecutionToolResultBlockParam:
    "content: <CodeExecutionToolResultBlockParamContent>; tool_use_id: string; type: 'code_execution_tool_result'; cache_control?: null | CacheControlEphemeral",
  BashCodeExecutionToolResultErrorParam:
    "error_code: 'invalid_tool_input' | 'unavailable' | 'too_many_requests' | 'execution_time_exceeded' | 'output_file_too_large'; type: 'bash_code_execution_tool_result_error'",
  BashCodeExecutionOutputBlockParam: "file_id: string; type: 'bash_code_execution_output'",
  BashCodeExecutionResultBlockParam:
    "content: [BashCodeExecutionOutputBlockParam]; return_code: integer; stderr: string; stdout: string; type: 'bash_code_execution_result'",
  BashCodeExecutionToolResultBlockParam:
    "content: <bash_code_execution_tool_result_error=BashCodeExecutionToolResultErrorParam | bash_code_execution_result=BashCodeExecutionResultBlockParam>; tool_use_id: string; type: 'bash_code_execution_tool_result'; cache_control?: null | CacheControlEphemeral",
  TextEditorCodeExecutionToolResultErrorParam:
    "error_code: 'invalid_tool_input' | 'unavailable' | 'too_many_requests' | 'execution_time_exceeded' | 'file_not_found'; type: 'text_editor_code_execution_tool_result_error'; error_message?: string | null",
  TextEditorCodeExecutionViewResultBlockParam:
    "content: string; file_type: 'text' | 'image' | 'pdf'; type: 'text_editor_code_execution_view_result'; num_lines?: integer | null; start_line?: integer | null; total_lines?: integer | null",
  TextEditorCodeExecutionCreateResultBlockParam:
    "is_file_update: boolean; type: 'text_editor_code_execution_create_result'",
  TextEditorCodeExecutionStrReplaceResultBlockParam:
    "type: 'text_editor_code_execution_str_replace_result'; lines?: null | [string]; new_lines?: integer | null; new_start?: integer | null; old_lines?: integer | null; old_start?: integer | null",
  TextEditorCodeExecutionToolResultBlockParam:
    "content: <text_editor_code_execution_tool_result_error=TextEditorCodeExecutionToolResultErrorParam | text_editor_code_execution_view_result=TextEditorCodeExecutionViewResultBlockParam | text_editor_code_execution_create_result=TextEditorCodeExecutionCreateResultBlockParam | text_editor_code_execution_str_replace_result=TextEditorCodeExecutionStrReplaceResultBlockParam>; tool_use_id: string; type: 'text_editor_code_execution_tool_result'; cache_control?: null | CacheControlEphemeral",
  ToolSearchToolResultErrorParam:
    "error_code: 'invalid_tool_input' | 'unavailable' | 'too_many_requests' | 'execution_time_exceeded'; type: 'tool_search_tool_result_error'; error_message?: string | null",
  ToolSearchToolSearchResultBlockParam:
    "tool_references: [ToolReferenceBlockParam]; type: 'tool_search_tool_search_result'",
  ToolSearchToolResultBlockParam:
    "content: <tool_search_tool_result_error=ToolSearchToolResultErrorParam | tool_search_tool_search_result=ToolSearchToolSearchResultBlockParam>; tool_use_id: string; type: 'tool_search_tool_result'; cache_control?: null | CacheControlEphemeral",
  ContainerUploadBlockParam: "file_id: string; type: 'container_upload'; cache_control?: null | CacheControlEphemeral",
  AdvisorToolResultErrorParam:
    "error_code: 'max_uses_exceeded' | 'prompt_too_long' | 'too_many_requests' | 'overloaded' | 'unavailable' | 'execution_time_exceeded' | 'model_not_found'; type: 'advisor_tool_result_error'",
  AdvisorResultBlockParam: "text: string; type: 'advisor_result'; stop_reason?: string | null",
  AdvisorRedactedResultBlockParam:
    "encrypted_content: string; type: 'advisor_redacted_result'; stop_reason?: string | null",
  AdvisorToolResultBlockParam:
    "content: <advisor_tool_result_error=AdvisorToolResultErrorParam | advisor_result=AdvisorResultBlockParam | advisor_redacted_result=AdvisorRedactedResultBlockParam>; tool_use_id: string; type: 'advisor_tool_result'; cache_control?: null | CacheControlEphemeral",
  MCPToolUseBlockParam:
    "id: string; input: unknown; name: string; server_name: string; type: 'mcp_tool_use'; cache_control?: null | CacheControlEphemeral",
  RequestMCPToolResultBlockParam:
    "tool_use_id: string; type: 'mcp_tool_result'; cache_control?: null | CacheControlEphemeral; content?: string | [TextBlockParam]; is_error?: boolean",
  ToolChangeToolReference: "name: string; type: 'tool_reference'",
  ToolChangeMCPToolReference: "name: string; server_name: string; type: 'mcp_tool_reference'",
  ToolChangeMCPToolsetReference: "server_name: string; type: 'mcp_toolset_reference'",
  'Tool.InputSchema': "type: 'object'; properties?: unknown | null; required?: null | [string]; ...",
  Tool: "input_schema: Tool.InputSchema; name: string; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; cache_control?: null | CacheControlEphemeral; defer_loading?: boolean; description?: string; eager_input_streaming?: boolean | null; input_examples?: [{unknown}]; strict?: boolean; type?: null | 'custom'",
  ToolBash20250124:
    "name: 'bash'; type: 'bash_20250124'; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; cache_control?: null | CacheControlEphemeral; defer_loading?: boolean; input_examples?: [{unknown}]; strict?: boolean",
  CodeExecutionTool20250522:
    "name: 'code_execution'; type: 'code_execution_20250522'; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; cache_control?: null | CacheControlEphemeral; defer_loading?: boolean; strict?: boolean",
  CodeExecutionTool20250825:
    "name: 'code_execution'; type: 'code_execution_20250825'; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; cache_control?: null | CacheControlEphemeral; defer_loading?: boolean; strict?: boolean",
  CodeExecutionTool20260120:
    "name: 'code_execution'; type: 'code_execution_20260120'; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; cache_control?: null | CacheControlEphemeral; defer_loading?: boolean; strict?: boolean",
  CodeExecutionTool20260521:
    "name: 'code_execution'; type: 'code_execution_20260521'; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; cache_control?: null | CacheControlEphemeral; defer_loading?: boolean; strict?: boolean",
  BrowserCloseTabConfig: 'defer_loading?: boolean | null; enabled?: boolean | null',
  BrowserToolsetConfigs:
    'close_tab?: null | BrowserCloseTabConfig; double_click?: null | BrowserCloseTabConfig; file_upload?: null | BrowserCloseTabConfig; find?: null | BrowserCloseTabConfig; form_input?: null | BrowserCloseTabConfig; get_page_text?: null | BrowserCloseTabConfig; hold_key?: null | BrowserCloseTabConfig; hover?: null | BrowserCloseTabConfig; javascript_exec?: null | BrowserCloseTabConfig; key?: null | BrowserCloseTabConfig; left_click?: null | BrowserCloseTabConfig; left_click_drag?: null | BrowserCloseTabConfig; left_mouse_down?: null | BrowserCloseTabConfig; left_mouse_up?: null | BrowserCloseTabConfig; list_tabs?: null | BrowserCloseTabConfig; middle_click?: null | BrowserCloseTabConfig; mouse_move?: null | BrowserCloseTabConfig; navigate?: null | BrowserCloseTabConfig; new_tab?: null | BrowserCloseTabConfig; read_console?: null | BrowserCloseTabConfig; read_network?: null | BrowserCloseTabConfig; read_page?: null | BrowserCloseTabConfig; right_click?: null | BrowserCloseTabConfig; screenshot?: null | BrowserCloseTabConfig; scroll?: null | BrowserCloseTabConfig; scroll_to?: null | BrowserCloseTabConfig; switch_tab?: null | BrowserCloseTabConfig; triple_click?: null | BrowserCloseTabConfig; type?: null | BrowserCloseTabConfig; wait?: null | BrowserCloseTabConfig; zoom?: null | BrowserCloseTabConfig',
  BrowserToolset20260801:
    "type: 'browser_toolset_20260801'; cache_control?: null | CacheControlEphemeral; configs?: null | BrowserToolsetConfigs",
  MemoryTool20250818:
    "name: 'memory'; type: 'memory_20250818'; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; cache_control?: null | CacheControlEphemeral; defer_loading?: boolean; input_examples?: [{unknown}]; strict?: boolean",
  ComputerToolsetConfigs:
    'cursor_position?: null | BrowserCloseTabConfig; double_click?: null | BrowserCloseTabConfig; hold_key?: null | BrowserCloseTabConfig; key?: null | BrowserCloseTabConfig; left_click?: null | BrowserCloseTabConfig; left_click_drag?: null | BrowserCloseTabConfig; left_mouse_down?: null | BrowserCloseTabConfig; left_mouse_up?: null | BrowserCloseTabConfig; middle_click?: null | BrowserCloseTabConfig; mouse_move?: null | BrowserCloseTabConfig; right_click?: null | BrowserCloseTabConfig; screenshot?: null | BrowserCloseTabConfig; scroll?: null | BrowserCloseTabConfig; triple_click?: null | BrowserCloseTabConfig; type?: null | BrowserCloseTabConfig; wait?: null | BrowserCloseTabConfig; zoom?: null | BrowserCloseTabConfig',
  ComputerToolset20260801:
    "type: 'computer_toolset_20260801'; cache_control?: null | CacheControlEphemeral; configs?: null | ComputerToolsetConfigs",
  ToolTextEditor20250124:
    "name: 'str_replace_editor'; type: 'text_editor_20250124'; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; cache_control?: null | CacheControlEphemeral; defer_loading?: boolean; input_examples?: [{unknown}]; strict?: boolean",
  ToolTextEditor20250429:
    "name: 'str_replace_based_edit_tool'; type: 'text_editor_20250429'; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; cache_control?: null | CacheControlEphemeral; defer_loading?: boolean; input_examples?: [{unknown}]; strict?: boolean",
  ToolTextEditor20250728:
    "name: 'str_replace_based_edit_tool'; type: 'text_editor_20250728'; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; cache_control?: null | CacheControlEphemeral; defer_loading?: boolean; input_examples?: [{unknown}]; max_characters?: integer | null; strict?: boolean",
  UserLocation:
    "type: 'approximate'; city?: string | null; country?: string | null; region?: string | null; timezone?: string | null",
  WebSearchTool20250305:
    "name: 'web_search'; type: 'web_search_20250305'; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; allowed_domains?: null | [string]; blocked_domains?: null | [string]; cache_control?: null | CacheControlEphemeral; defer_loading?: boolean; max_uses?: integer | null; strict?: boolean; user_location?: null | UserLocation",
  WebFetchURLSourceAll: "type: 'all'",
  WebFetchURLSourceNone: "type: 'none'",
  WebFetchURLSourceToolReference: "name: string; type: 'tool_reference'",
  WebFetchURLSourceOnly: "tools: [WebFetchURLSourceToolReference]; type: 'only'",
  WebFetchURLSourceExcept: "tools: [WebFetchURLSourceToolReference]; type: 'except'",
  WebFetchURLSources:
    'client_tool_results?: <all=WebFetchURLSourceAll | none=WebFetchURLSourceNone | only=WebFetchURLSourceOnly | except=WebFetchURLSourceExcept>; server_tool_results?: <all=WebFetchURLSourceAll | none=WebFetchURLSourceNone | only=WebFetchURLSourceOnly | except=WebFetchURLSourceExcept>; user_input?: <all=WebFetchURLSourceAll | none=WebFetchURLSourceNone>',
  WebFetchTool20250910:
    "name: 'web_fetch'; type: 'web_fetch_20250910'; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; allowed_domains?: null | [string]; blocked_domains?: null | [string]; cache_control?: null | CacheControlEphemeral; citations?: null | CitationsConfigParam; defer_loading?: boolean; max_content_tokens?: integer | null; max_uses?: integer | null; strict?: boolean; url_sources?: null | WebFetchURLSources",
  WebSearchTool20260209:
    "name: 'web_search'; type: 'web_search_20260209'; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; allowed_domains?: null | [string]; blocked_domains?: null | [string]; cache_control?: null | CacheControlEphemeral; defer_loading?: boolean; max_uses?: integer | null; strict?: boolean; user_location?: null | UserLocation",
  WebFetchTool20260209:
    "name: 'web_fetch'; type: 'web_fetch_20260209'; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; allowed_domains?: null | [string]; blocked_domains?: null | [string]; cache_control?: null | CacheControlEphemeral; citations?: null | CitationsConfigParam; defer_loading?: boolean; max_content_tokens?: integer | null; max_uses?: integer | null; strict?: boolean; url_sources?: null | WebFetchURLSources",
  WebFetchTool20260309:
    "name: 'web_fetch'; type: 'web_fetch_20260309'; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; allowed_domains?: null | [string]; blocked_domains?: null | [string]; cache_control?: null | CacheControlEphemeral; citations?: null | CitationsConfigParam; defer_loading?: boolean; max_content_tokens?: integer | null; max_uses?: integer | null; strict?: boolean; url_sources?: null | WebFetchURLSources; use_cache?: boolean",
  WebSearchTool20260318:
    "name: 'web_search'; type: 'web_search_20260318'; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; allowed_domains?: null | [string]; blocked_domains?: null | [string]; cache_control?: null | CacheControlEphemeral; defer_loading?: boolean; max_uses?: integer | null; response_inclusion?: 'full' | 'excluded'; strict?: boolean; user_location?: null | UserLocation",
  WebFetchTool20260318:
    "name: 'web_fetch'; type: 'web_fetch_20260318'; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; allowed_domains?: null | [string]; blocked_domains?: null | [string]; cache_control?: null | CacheControlEphemeral; citations?: null | CitationsConfigParam; defer_loading?: boolean; max_content_tokens?: integer | null; max_uses?: integer | null; response_inclusion?: 'full' | 'excluded'; strict?: boolean; url_sources?: null | WebFetchURLSources; use_cache?: boolean",
  ToolSearchToolBm25_20251119:
    "name: 'tool_search_tool_bm25'; type: 'tool_search_tool_bm25_20251119' | 'tool_search_tool_bm25'; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; cache_control?: null | CacheControlEphemeral; defer_loading?: boolean; strict?: boolean",
  ToolSearchToolRegex20251119:
    "name: 'tool_search_tool_regex'; type: 'tool_search_tool_regex_20251119' | 'tool_search_tool_regex'; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; cache_control?: null | CacheControlEphemeral; defer_loading?: boolean; strict?: boolean",
  ToolBash20241022:
    "name: 'bash'; type: 'bash_20241022'; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; cache_control?: null | CacheControlEphemeral; defer_loading?: boolean; input_examples?: [{unknown}]; strict?: boolean",
  ToolComputerUse20241022:
    "display_height_px: integer; display_width_px: integer; name: 'computer'; type: 'computer_20241022'; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; cache_control?: null | CacheControlEphemeral; defer_loading?: boolean; display_number?: integer | null; input_examples?: [{unknown}]; strict?: boolean",
  ToolComputerUse20250124:
    "display_height_px: integer; display_width_px: integer; name: 'computer'; type: 'computer_20250124'; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; cache_control?: null | CacheControlEphemeral; defer_loading?: boolean; display_number?: integer | null; input_examples?: [{unknown}]; strict?: boolean",
  ToolTextEditor20241022:
    "name: 'str_replace_editor'; type: 'text_editor_20241022'; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; cache_control?: null | CacheControlEphemeral; defer_loading?: boolean; input_examples?: [{unknown}]; strict?: boolean",
  ToolComputerUse20251124:
    "display_height_px: integer; display_width_px: integer; name: 'computer'; type: 'computer_20251124'; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; cache_control?: null | CacheControlEphemeral; defer_loading?: boolean; display_number?: integer | null; enable_zoom?: boolean; input_examples?: [{unknown}]; strict?: boolean",
  AdvisorTool20260301:
    "model: string; name: 'advisor'; type: 'advisor_20260301'; allowed_callers?: ['direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521']; cache_control?: null | CacheControlEphemeral; caching?: null | CacheControlEphemeral; defer_loading?: boolean; max_tokens?: integer | null; max_uses?: integer | null; strict?: boolean",
  MCPToolConfig: 'defer_loading?: boolean; enabled?: boolean',
  MCPToolParam: 'input_schema: {unknown}; name: string; description?: string | null',
  MCPToolset:
    "mcp_server_name: string; type: 'mcp_toolset'; cache_control?: null | CacheControlEphemeral; configs?: null | {MCPToolConfig}; default_config?: MCPToolConfig; tools?: null | [MCPToolParam]",
  ToolChangeToolDefinitionParam: "definition: <ToolUnion>; type: 'tool_definition'",
  RequestToolAdditionBlock:
    "tool: <tool_reference=ToolChangeToolReference | mcp_tool_reference=ToolChangeMCPToolReference | mcp_toolset_reference=ToolChangeMCPToolsetReference | tool_definition=ToolChangeToolDefinitionParam>; type: 'tool_addition'; cache_control?: null | CacheControlEphemeral",
  RequestToolRemovalBlock:
    "tool: <tool_reference=ToolChangeToolReference | mcp_tool_reference=ToolChangeMCPToolReference | mcp_toolset_reference=ToolChangeMCPToolsetReference>; type: 'tool_removal'; cache_control?: null | CacheControlEphemeral",
  CompactionBlockParam:
    "type: 'compaction'; cache_control?: null | CacheControlEphemeral; content?: string | null; encrypted_content?: string | null; signature?: string | null; tool_changes?: null | [<tool_addition=RequestToolAdditionBlock | tool_removal=RequestToolRemovalBlock>]",
  MCPToolListingBlockParam: "mcp_server_name: string; tools: [MCPToolParam]; type: 'mcp_tool_listing'",
  FallbackInfoParam: 'model: string',
  FallbackBlockParam: "from: FallbackInfoParam; to: FallbackInfoParam; type: 'fallback'; trigger?: unknown",
  UserMessageParam: "content: string | [<ContentBlockParam>]; role: 'user'",
  AssistantMessageParam: "content: string | [<ContentBlockParam>]; role: 'assistant'",
  SystemMessageOutputConfig: "effort?: null | 'low' | 'medium' | 'high' | 'xhigh' | 'max'",
  SystemMessageParam:
    "content~?: string | [<text=TextBlockParam | tool_addition=~RequestToolAdditionBlock | tool_removal=~RequestToolRemovalBlock>]; role: 'system'; ~clear_at?: null | 'next_user_message' | 'never'; ~output_config?: null | SystemMessageOutputConfig",
  SkillParams: "skill_id: string; type: 'anthropic' | 'custom'; version?: string",
  ContainerParams: 'id?: string | null; skills?: null | [SkillParams]',
  DiagnosticsParam: 'previous_message_id?: string | null',
  Metadata: 'user_id?: string | null',
  JSONOutputFormat: "schema: {unknown}; type: 'json_schema'",
  TokenTaskBudget: "total: integer; type: 'tokens'; remaining?: integer | null",
  OutputConfig:
    "effort?: null | 'low' | 'medium' | 'high' | 'xhigh' | 'max'; format?: null | JSONOutputFormat; ~task_budget?: null | TokenTaskBudget",
  ThinkingBlockBinding: "prefix_mismatch_behavior?: null | 'error' | 'drop_block'",
  ThinkingConfigEnabled:
    "budget_tokens: integer; type: 'enabled'; display?: null | 'summarized' | 'omitted' | ~'updates'; ~block_binding?: null | ThinkingBlockBinding",
  ThinkingConfigDisabled: "type: 'disabled'",
  ThinkingConfigBetweenTools: "type: 'between_tools'",
  ThinkingConfigAdaptive:
    "type: 'adaptive'; display?: null | 'summarized' | 'omitted' | ~'updates'; ~block_binding?: null | ThinkingBlockBinding",
  ToolChoiceAuto: "type: 'auto'; disable_parallel_tool_use?: boolean",
  ToolChoiceAny: "type: 'any'; disable_parallel_tool_use?: boolean",
  ToolChoiceTool: "name: string; type: 'tool'; disable_parallel_tool_use?: boolean",
  ToolChoiceNone: "type: 'none'",
  BillingPolicy: "type: 'billing_policy'; bill_to?: 'self' | 'user_profile'",
  CompactionConfig: "type: 'summarize'; instructions?: string | null",
  InputTokensClearAtLeast: "type: 'input_tokens'; value: integer",
  ToolUsesKeep: "type: 'tool_uses'; value: integer",
  InputTokensTrigger: "type: 'input_tokens'; value: integer",
  ToolUsesTrigger: "type: 'tool_uses'; value: integer",
  ClearToolUses20250919Edit:
    "type: 'clear_tool_uses_20250919'; clear_at_least?: null | InputTokensClearAtLeast; clear_tool_inputs?: boolean | null | [string]; exclude_tools?: null | [string]; keep?: ToolUsesKeep; trigger?: <input_tokens=InputTokensTrigger | tool_uses=ToolUsesTrigger>",
  ThinkingTurns: "type: 'thinking_turns'; value: integer",
  AllThinkingTurns: "type: 'all'",
  ClearThinking20251015Edit:
    "type: 'clear_thinking_20251015'; keep?: 'all' | <thinking_turns=ThinkingTurns | all=AllThinkingTurns>",
  Compact20260112Edit:
    "type: 'compact_20260112'; instructions?: string | null; pause_after_compaction?: boolean; trigger?: null | InputTokensTrigger",
  ContextManagementConfig:
    'edits?: [<clear_tool_uses_20250919=ClearToolUses20250919Edit | clear_thinking_20251015=ClearThinking20251015Edit | compact_20260112=Compact20260112Edit>]',
  FallbackCreditTokenParam: "token: string; mode?: 'strict' | 'best_effort'",
  FallbackParam:
    "model: string; max_tokens?: integer | null; output_config?: null | OutputConfig; speed?: null | 'standard' | 'fast'; thinking?: null | <ThinkingConfigParam>; ...",
  RequestMCPServerToolConfiguration: 'allowed_tools?: null | [string]; enabled?: boolean | null',
  RequestMCPServerURLDefinition:
    "name: string; type: 'url'; url: string; authorization_token?: string | null; tool_configuration?: null | RequestMCPServerToolConfiguration",
  ThreadCreateParams: "type: 'create'",
  ThreadContinueParams: "previous_message_id: string; type: 'continue'",
  MessageCreateParams:
    "max_tokens: integer; messages: [<MessageParam>]; model: string; cache_control?: null | CacheControlEphemeral; container?: string | null | ContainerParams; diagnostics?: null | DiagnosticsParam; inference_geo?: string | null; metadata?: Metadata; output_config?: OutputConfig; service_tier?: 'auto' | 'standard_only'; speed?: null | 'standard' | 'fast'; stop_sequences?: [string]; stream?: boolean; system?: string | [TextBlockParam]; thinking?: <ThinkingConfigParam>; tool_choice?: <ToolChoice>; tools?: [<ToolUnion>]; ~billing_policy?: null | BillingPolicy; ~compaction?: null | CompactionConfig; ~context_management?: null | ContextManagementConfig; ~fallback_credit_token?: string | null | FallbackCreditTokenParam; ~fallbacks?: null | 'default' | [FallbackParam]; ~mcp_servers?: [RequestMCPServerURLDefinition]; ~output_format?: null | JSONOutputFormat; ~thread?: null | <create=ThreadCreateParams | continue=ThreadContinueParams>",
  MessageCountTokensParams:
    "messages: [<MessageParam>]; model: string; cache_control?: null | CacheControlEphemeral; output_config?: OutputConfig; speed?: null | 'standard' | 'fast'; system?: string | [TextBlockParam]; thinking?: <ThinkingConfigParam>; tool_choice?: <ToolChoice>; tools?: [<ToolUnion>]; ~billing_policy?: null | BillingPolicy; ~compaction?: null | CompactionConfig; ~context_management?: null | ContextManagementConfig; ~mcp_servers?: [RequestMCPServerURLDefinition]; ~output_format?: null | JSONOutputFormat",
  'BatchCreateParams.Request': 'custom_id: string; params: MessageCreateParams',
  BatchCreateParams: 'requests: [BatchCreateParams.Request]',
};

/** Unions of shapes that several members share, by tag. */
export const unions: Readonly<Record<string, string>> = {
  TextCitationParam:
    'char_location=CitationCharLocationParam | page_location=CitationPageLocationParam | content_block_location=CitationContentBlockLocationParam | web_search_result_location=CitationWebSearchResultLocationParam | search_result_location=CitationSearchResultLocationParam',
  ContentBlockSourceContent: 'text=TextBlockParam | image=ImageBlockParam',
  BrowserStateChange:
    'tab_opened=BrowserStateChangeTabOpened | download_started=BrowserStateChangeDownloadStarted | download_completed=BrowserStateChangeDownloadCompleted | download_failed=BrowserStateChangeDownloadFailed',
  CodeExecutionToolResultBlockParamContent:
    'code_execution_tool_result_error=CodeExecutionToolResultErrorParam | code_execution_result=CodeExecutionResultBlockParam | encrypted_code_execution_result=EncryptedCodeExecutionResultBlockParam',
  ToolUnion:
    'custom=Tool | bash_20250124=ToolBash20250124 | code_execution_20250522=CodeExecutionTool20250522 | code_execution_20250825=CodeExecutionTool20250825 | code_execution_20260120=CodeExecutionTool20260120 | code_execution_20260521=CodeExecutionTool20260521 | browser_toolset_20260801=BrowserToolset20260801 | memory_20250818=MemoryTool20250818 | computer_toolset_20260801=ComputerToolset20260801 | text_editor_20250124=ToolTextEditor20250124 | text_editor_20250429=ToolTextEditor20250429 | text_editor_20250728=ToolTextEditor20250728 | web_search_20250305=WebSearchTool20250305 | web_fetch_20250910=WebFetchTool20250910 | web_search_20260209=WebSearchTool20260209 | web_fetch_20260209=WebFetchTool20260209 | web_fetch_20260309=WebFetchTool20260309 | web_search_20260318=WebSearchTool20260318 | web_fetch_20260318=WebFetchTool20260318 | tool_search_tool_bm25_20251119=ToolSearchToolBm25_20251119 | tool_search_tool_bm25=ToolSearchToolBm25_20251119 | tool_search_tool_regex_20251119=ToolSearchToolRegex20251119 | tool_search_tool_regex=ToolSearchToolRegex20251119 | bash_20241022=~ToolBash20241022 | computer_20241022=~ToolComputerUse20241022 | computer_20250124=~ToolComputerUse20250124 | text_editor_20241022=~ToolTextEditor20241022 | computer_20251124=~ToolComputerUse20251124 | advisor_20260301=~AdvisorTool20260301 | mcp_toolset=~MCPToolset',
  ContentBlockParam:
    'text=TextBlockParam | image=ImageBlockParam | document=DocumentBlockParam | search_result=SearchResultBlockParam | thinking=ThinkingBlockParam | redacted_thinking=RedactedThinkingBlockParam | tool_use=ToolUseBlockParam | tool_result=ToolResultBlockParam | server_tool_use=ServerToolUseBlockParam | web_search_tool_result=WebSearchToolResultBlockParam | web_fetch_tool_result=WebFetchToolResultBlockParam | code_execution_tool_result=CodeExecutionToolResultBlockParam | bash_code_execution_tool_result=BashCodeExecutionToolResultBlockParam | text_editor_code_execution_tool_result=TextEditorCodeExecutionToolResultBlockParam | tool_search_tool_result=ToolSearchToolResultBlockParam | container_upload=ContainerUploadBlockParam | advisor_tool_result=~AdvisorToolResultBlockParam | mcp_tool_use=~MCPToolUseBlockParam | mcp_tool_result=~RequestMCPToolResultBlockParam | compaction=~CompactionBlockParam | tool_addition=~RequestToolAdditionBlock | tool_removal=~RequestToolRemovalBlock | mcp_tool_listing=~MCPToolListingBlockParam | fallback=~FallbackBlockParam',
  MessageParam: 'user=UserMessageParam | assistant=AssistantMessageParam | system=SystemMessageParam',
  ThinkingConfigParam:
    'enabled=ThinkingConfigEnabled | disabled=ThinkingConfigDisabled | between_tools=ThinkingConfigBetweenTools | adaptive=ThinkingConfigAdaptive',
  ToolChoice: 'auto=ToolChoiceAuto | any=ToolChoiceAny | tool=ToolChoiceTool | none=ToolChoiceNone',
};

/** Model ids. */
export const modelIds: readonly string[] = [
  'claude-fable-5-2',
  'claude-mythos-5-2',
  'claude-haiku-5-5',
  'claude-sonnet-5-5',
  'claude-fable-5-1',
  'claude-opus-5-5',
  'claude-mythos-5-1',
  'claude-sonnet-5',
  'claude-fable-5',
  'claude-mythos-5',
  'claude-opus-5',
  'claude-opus-4-8',
  'claude-opus-4-7',
  'claude-mythos-preview',
  'claude-opus-4-6',
  'claude-sonnet-4-6',
  'claude-haiku-4-5',
  'claude-haiku-4-5-20251001',
  'claude-opus-4-5',
  'claude-opus-4-5-20251101',
  'claude-sonnet-4-5',
  'claude-sonnet-4-5-20250929',
];

/** Deprecated model ids, with the day of their retirement. */
export const deprecatedModels: Readonly<Record<string, string>> = {
  'claude-mythos-preview': '2026-06-30',
  'claude-opus-4-5': '2027-01-22',
  'claude-opus-4-5-20251101': '2027-01-22',
  'claude-sonnet-4-5': '2026-11-30',
  'claude-sonnet-4-5-20250929': '2026-11-30',
};

/** Values of `anthropic-beta`. */
export const betaValues: readonly string[] = [
  'computer-use-2024-10-22',
  'computer-use-2025-01-24',
  'output-128k-2025-02-19',
  'mcp-client-2025-04-04',
  'mcp-client-2025-11-20',
  'dev-full-thinking-2025-05-14',
  'interleaved-thinking-2025-05-14',
  'code-execution-2025-05-22',
  'context-1m-2025-08-07',
  'context-management-2025-06-27',
  'model-context-window-exceeded-2025-08-26',
  'fast-mode-2026-02-01',
  'output-300k-2026-03-24',
  'user-profiles-2026-03-24',
  'user-profiles-2026-08-18',
  'user-profiles-2026-09-04',
  'advisor-tool-2026-03-01',
  'managed-agents-2026-04-01',
  'dreaming-2026-04-21',
  'thinking-token-count-2026-05-13',
  'server-side-fallback-2026-06-01',
  'server-side-fallback-2026-07-01',
  'fallback-credit-2026-06-01',
  'fallback-credit-2026-07-01',
  'agent-memory-2026-07-22',
  'mid-conversation-tool-changes-2026-07-01',
  'compact-2026-01-12',
  'computer-use-2025-11-24',
  'mcp-tunnels-2026-06-22',
  'structured-outputs-2025-11-13',
  'task-budgets-2026-03-13',
  'thinking-display-updates-2026-08-18',
  'mid-conversation-output-config-2026-07-01',
  'thinking-binding-controls-2026-08-01',
  'mid-conversation-system-clear-at-2026-08-21',
  'compact-2026-09-04',
  'inline-tools-2026-09-15',
  'mcp-client-2026-09-15',
  'ce-plugins-2026-09-01',
  'spend-limit-reads-2026-09-26',
  'telemetry-destinations-2026-08-11',
  'webhooks-2026-10-07',
  'admin-user-sign-out-2026-10-08',
  'message-threads-2026-08-12',
  'analytics-usage-cost-2026-08-24',
  'experimental-claude-tag-2026-10-21',
  'message-batches-2024-09-24',
  'prompt-caching-2024-07-31',
  'pdfs-2024-09-25',
  'token-counting-2024-11-01',
  'token-efficient-tools-2025-02-19',
  'files-api-2025-04-14',
  'extended-cache-ttl-2025-04-11',
  'skills-2025-10-02',
  'cache-diagnosis-2026-04-07',
  'ce-user-management-2026-07-13',
  'ce-claude-code-managed-settings-2026-10-06',
  'efs-2026-10-01',
  'google-managed-data-controls-2026-09-01',
  'user-profiles-billing-2026-10-01',
];

/** Values of `error.type`. */
export const errorTypes: readonly string[] = [
  'invalid_request_error',
  'authentication_error',
  'billing_error',
  'permission_error',
  'not_found_error',
  'rate_limit_error',
  'timeout_error',
  'api_error',
  'overloaded_error',
  'memory_precondition_failed_error',
  'memory_path_conflict_error',
  'conflict_error',
];

/** Values of `error.details.error_code`. */
export const errorCodes: readonly string[] = [
  'available_tools_limit_exceeded',
  'claude_code_key_creator_not_member',
  'claude_code_version_too_old',
  'cmek_key_disabled',
  'cmek_key_network_blocked',
  'compaction_block_ambiguous',
  'compaction_block_misplaced',
  'compaction_content_mismatch',
  'compaction_incomplete_turn',
  'compaction_nothing_to_summarize',
  'compaction_signature_invalid',
  'compaction_too_many_tool_references',
  'compaction_tool_changes_mismatch',
  'image_dimensions_too_large',
  'organization_on_hold',
  'request_body_encoding_invalid',
  'request_body_encoding_unsupported',
  'thread_already_continued',
  'thread_continue_in_flight',
  'thread_fingerprint_mismatch',
  'thread_unsupported_request',
  'tool_name_conflict',
  'tool_reference_unresolved',
  'user_profile_required',
  'linked_organization_billing_unavailable',
  'linked_organization_spend_limit_reached',
  'user_profile_billing_not_authorized',
  'user_profile_not_billable',
  'thread_not_found',
  'skill_read_blocked_undecryptable',
  'request_body_too_large_after_decoding',
  'contract_spend_limit_reached',
  'enforced_spend_limit_reached',
  'ramp_limit_exceeded',
  'cmek_key_unreachable',
  'compaction_unavailable',
  'workspace_human_review_disabled',
  'storage_quota_exceeded',
  'file_not_downloadable',
  'file_expired',
  'cmek_context_unavailable',
  'org_api_key_limit_exceeded',
  'workspace_api_key_limit_exceeded',
  'sandbox_egress_restricted',
  'user_profile_not_found',
  'external_key_in_workspace_policy',
  'already_member',
  'cannot_invite_emails_with_unverified_domains',
  'email_domain_not_allowed',
  'invite_already_exists',
  'org_member_limit_exceeded',
  'rbac_group_grants_owner_access',
  'rbac_group_owner_access_unconfirmed',
  'cannot_remove_last_member',
  'concurrent_membership_change',
  'external_key_validation_failed',
  'external_key_validation_timed_out',
  'key_profile_mismatch',
  'workspace_policy_violation',
  'external_key_changed',
  'workspace_created_incomplete',
  'storage_profile_mismatch',
  'change_outcome_unknown',
  'storage_attached_during_archive',
  'workspace_member_limit_exceeded',
  'organization_type_not_supported',
  'parent_organization_required',
  'rbac_role_not_found',
  'environment_create_disabled',
  'environment_archived',
  'invalid_config_type_change',
  'environment_update_disabled',
  'heartbeat_precondition_failed',
  'invalid_metadata',
  'grant_required',
  'organization_not_eligible',
  'provider_not_allowed',
  'unsupported_region',
  'storage_already_registered',
  'authorization_check_unavailable',
  'invalid_storage_arn',
  'external_storage_in_use',
  'external_storage_in_workspace_policy',
  'storage_verification_failed',
  'cmek_not_approved',
  'external_key_not_found',
  'external_key_provider_mismatch',
  'gcp_project_not_verified',
  'region_not_supported',
  'storage_not_approved',
  'gcp_project_controlled_by_another_organization',
  'storage_in_use',
  'cannot_sign_out_primary_owner',
  'cannot_sign_out_self',
  'organization_not_enrolled_in_beta',
  'cannot_sign_out_managed_member',
  'cannot_sign_out_membership_admin',
  'cannot_sign_out_owner',
  'cannot_sign_out_privileged_member',
  'approval_required',
  'external_storage_not_available',
  'human_review_not_available',
  'human_review_on_with_external_storage',
  'storage_not_attachable',
  'transcripts_storage_required',
  'storage_attach_limit_reached',
  'storage_profile_still_required',
  'storage_changed_concurrently',
  'workspace_changed_concurrently',
  'spend_limits_admin_api_writes_not_enabled',
  'unsupported_charset',
  'plugin_name_taken',
  'skill_name_taken',
  'registration_pending',
  'scan_failed',
  'scan_pending',
  'request_body_timeout',
  'settings_document_limit_exceeded',
  'settings_history_limit_exceeded',
  'cmek_feature_unsupported',
  'rbac_group_managed_settings_not_found',
  'rbac_group_order_limit_exceeded',
  'rbac_group_not_found',
  'slack_channel_set_up_settings_refused',
  'api_key_scope_missing',
  'claude_tag_writes_not_enabled',
  'compliance_configuration_restricted',
  'organization_level_scoped_api_key_required',
  'environment_not_found',
  'slack_channel_set_up_environment_not_found',
  'slack_channel_set_up_settings_conflict',
  'bundle_attachment_not_supported',
  'bundle_on_call',
];

/** Values of `stop_reason`, beta ones included. */
export const stopReasons: readonly string[] = [
  'end_turn',
  'max_tokens',
  'stop_sequence',
  'tool_use',
  'pause_turn',
  'compaction',
  'refusal',
  'model_context_window_exceeded',
];

/** Types of stream events. */
export const streamEvents: readonly string[] = [
  'message_start',
  'message_delta',
  'message_stop',
  'content_block_start',
  'content_block_delta',
  'content_block_stop',
];

/** Types of deltas in a stream. */
export const deltaTypes: readonly string[] = [
  'text_delta',
  'input_json_delta',
  'citations_delta',
  'thinking_delta',
  'signature_delta',
  'compaction_delta',
];

/** Types of content blocks in an answer. */
export const answerBlocks: readonly string[] = [
  'text',
  'thinking',
  'redacted_thinking',
  'tool_use',
  'server_tool_use',
  'web_search_tool_result',
  'web_fetch_tool_result',
  'advisor_tool_result',
  'code_execution_tool_result',
  'bash_code_execution_tool_result',
  'text_editor_code_execution_tool_result',
  'tool_search_tool_result',
  'mcp_tool_use',
  'mcp_tool_result',
  'container_upload',
  'compaction',
  'fallback',
  'mcp_tool_listing',
];
