type Names = () => readonly string[];

/** Names or the beginnings of names (with a star), as they stand in a heading; parted when they are first asked for. */
function names(list: string): Names {
  let parted: readonly string[] | undefined;
  return () => (parted ??= list.split('|'));
}

/** Headings of descriptions of changes, release notes, plans and pages that teach; reports of errors have none of them. */
export const tellingHeadings = names(
  "understanding*|what|why (*|reason|reasons|test plan|test|tests|test results|test coverage|testing*|how to test|how has this been tested*|how was this tested*|how did you verify*|verification|validation|type of change*|types of change*|checklist|what changed*|what's changed*|what’s changed*|what's new*|what is new*|what this*|what does this*|what it does|why|why this*|why it*|why the*|change|changes|changes made|changes implemented|change summary|changed|added|removed|deprecated|fixed|fixes|bug fixes|bugfixes|features|new features|improvements|enhancements|highlights|changelog|change log|full changelog*|patch changes|minor changes|major changes|release notes|breaking changes|migration*|summary by*|motivation|rationale|design|approach|implementation*|acceptance criteria|tasks|goals|non-goals|scope|out of scope|plan|proposed*|solution*|the fix|fix|impact|benefits|key*|technical details|files changed|files modified|overview|introduction|usage|quick start|quickstart|getting started|configuration|options|parameters|arguments|returns|raises|throws|note|notes|limitations|best practices|conclusion|further reading|see also|related*|reference|references|faq|cause|causes|common*|prevention|how to fix*|how to solve*|how to handle*|how to avoid*|how to resolve*|meaning|symptom|symptoms|troubleshooting*|quick reference*|修改内容|改动*|变更*|更新内容|更新日志|更新说明|新增*|修复*|优化*|改进*|功能*|背景|核心功能|技术实现|技术细节|实现*|测试计划|测试结果|测试验证|解决方案|解决方法|解决办法|根本原因|使用方法|使用说明|配置|配置说明|注意事项|常见*|変更点|変更内容|修正|修正内容|対応|概要|原因|解決方法|解決策|対処法|対処|まとめ|背景|cambios|solución*|resumen|causas|änderungen|lösung*|ursachen|원인|해결*|개요",
);
/** Headings of the forms in which errors are reported. */
export const reportingHeadings = names(
  "steps to reproduce*|to reproduce*|reproduction*|repro|repro steps|reproduce*|how to reproduce*|expected*|actual*|current behavior|current behaviour|observed*|environment*|bug description|bug report|bug type|describe the bug*|description of the bug*|what happened*|what is happening*|what's wrong*|what went wrong*|what is the error*|what is the problem*|what should happen*|error|errors|error message*|error messages*|error log*|error logs*|error output|error details|error observed|errors observed*|logs|log|relevant log*|relevant api*|debug log*|console log*|server log*|stack trace*|stacktrace*|traceback*|version|versions|version*|affected version|system info*|additional context|additional information|additional info|screenshots*|preflight*|your question*|your environment*|is there an existing issue*|self checks*|debug info*|client information|platform|provider*|model|model used|which api*|which llm*|which model*|describe the issue*|describe the problem*|description of the issue|issue|issue*|operating system|问题|问题描述|问题现象|您的问题|复现*|重现*|报错*|错误信息*|错误日志*|错误描述*|具体报错*|期望*|实际*|环境*|日志*|预期*|例行检查|提交前*|再現*|エラー内容|環境|現象|error|errores|entorno|fehlermeldung*|umgebung|ошибка*",
);
/** Stems of the verbs with which titles and points of changes begin. */
export const doingStems = names(
  'add|fix|updat|remov|renam|refactor|chang|improv|support|handl|prevent|deprecat|bump|replac|mov|surfac|rais|detect|map|classif|wrap|expos|convert|ensur|allow|introduc|implement|extract|simplif|harden|avoid|increas|decreas|reduc|optimi|enhanc|drop|disabl|enabl|normali|strip|skip|guard|emit|cap|propagat|preserv|restor|revert|switch|migrat|document|clarif|inject|forward|saniti|treat|validat|defin|configur|wir|regist|persist|cover|verif|align|merg|split|unif|filter|cach|default|omit|respect|rework|rewrit|relax|tighten|correct|adjust|includ|exclud|pars',
);
const endings: ReadonlySet<string> = new Set(
  [
    '',
    's',
    'es',
    'd',
    'ed',
    'e',
    'y',
    'ies',
    'ied',
    'ing',
    'ze',
    'zes',
    'zed',
    'zing',
    'se',
    'ses',
    'sed',
    'sing',
    'er',
    'ers',
  ].concat(['p', 't', 'g', 'n', 'b', 'd', 'l'].flatMap((letter) => [`${letter}ed`, `${letter}ing`])),
);
/** The same in languages that do not bend them. */
export const doingWords = names(
  '添加|新增|增加|修复|优化|支持|移除|删除|更新|改进|重构|完善|调整|实现|引入|避免|统一|提取|集成|兼容|防止|补充|允许|追加|修正|対応|改善|削除|変更|추가|수정|개선|añad|agreg|corrig|arregl|hinzugef|behoben|korrigier|ajout|corrig',
);

/** Whether a word is a form of one of the verbs with which titles and points of changes begin. */
export function isDoing(line: string): boolean {
  const word = /^[a-z]+/.exec(line)?.[0];
  if (word === undefined) return doingWords().some((one) => line.startsWith(one));
  return doingStems().some((stem) => word.startsWith(stem) && endings.has(word.slice(stem.length)));
}

/** Whether a heading is one of a list, or begins like one. */
export function isAmong(heading: string, list: Names): boolean {
  return list().some((one) => (one.endsWith('*') ? heading.startsWith(one.slice(0, -1)) : heading === one));
}

/** What descriptions of changes say. */
export const ofChanges = names(
  'this pr |this pull request|this commit|this patch|this change|closes #|close #|fixes #|resolves #|refs #|regression|unit test|e2e|test coverage|covered by|tests pass|all tests|pytest|cargo test|npx jest|vitest|npm test|npm run|ruff check|no longer|until now|are now|is now|now raise|now return|now use|now handle|now throw|instead of|co-authored-by|generated with [claude|signed-off-by|backward|breaking change|follow-up|full changelog| by @|summary by|so that |callers|codebase|refactor|before:|after:|rather than|不再|避免|确保|统一|此前|之前|修复了|新增|回退|兼容|ように|修正|対応',
);
/** What pages that teach say. */
export const ofLessons = names(
  "error codes|status codes|cheat sheet|explained|troubleshooting|원인과|해결법|해결 |이 글은|fallback|gracefully|classif|retryable|surface|back-off|backoff|jitter|best practice|how to handle|how to fix|error handling|this guide|this article|this page|this section|you will|you'll|you can|you need|you should|make sure|for example|e.g.|such as|learn more|see the|see also|refer to|means that|what it means|occurs when|occurs due|happens when|returned when|in general|typically|usually|common causes|common errors|tutorial|guide|in production|production-ready|recommended|when using|if you|your application|in this case|note that|is raised|are raised|raises|throws|caught|catch|exponential|自动|逻辑|例如|可以|建议|如果|注意|说明|指南|教程|用于|场景|する場合|場合|方法|ガイド|解説|ください|사용|경우|방법|가이드|puedes|por ejemplo|cuando|beispiel|vous pouvez|par exemple|lorsque|можно|если|например",
);
/** What those say to whom an error happened. */
export const ofReports = names(
  "i get|i got|i'm getting|im getting|i am getting|we get|we're getting|we are getting|getting this|getting the|getting an|i see |we see |i keep|keeps |keep getting|i have tried|i tried|i've tried|tried to|trying to|i am trying|when i |i use|i'm using|i am using|i have |i was |i can't|i cannot|my |any help|please help|any idea|anyone|how can i|how do i|how to solve|why |suddenly|started |all of a sudden|same error|same issue|same problem|since |today|yesterday|unusable|doesn't work|does not work|don't work|not working|didn't work|stuck|every time|everytime|always |fails with|failed with|error message|the error|this error|following error|error below|an error|says|shows|thanks|thank you|hello|hi |hi,|help|is this a bug|bug|sometimes|randomly|intermittent|crash|can't|cannot|报错|为什么|请问|无法|怎么|求助|提示|出现|不能|怎么办|遇到|一直|エラーが|できません|発生|になる|오류|에러|error al|no funciona|me da|ayuda|fehler|funktioniert nicht|erreur|ne fonctionne|ошибка|не работает|lỗi",
);
