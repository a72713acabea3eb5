/** Words that lines of programs begin with; prose begins with some of them too, so marks of code must stand behind. */
const keyword =
  /^(?:export|pub(?:\(\w+\))?|public|private|protected|internal|static|final|readonly|async|abstract|override|const|let|var|val|def[pm]?|fn|func?|fun|function|sub|class|interface|struct|enum|impl|trait|type|module|namespace|package|use|using|import|from|require|return|yield|await|throws?|raise|if|elif|elsif|else|unless|switch|case|when|default|for|foreach|while|loop|try|catch|except|rescue|finally|ensure|with|match|select|defer|go|do|end|begin|describe|context|it|test|beforeEach|afterEach|expect|assert\w*|print\w*|echo|console|logger|log|self|this|super|new|lambda|mock\w*|data class|sealed|companion|suspend|guard|extension|protocol)\b/;
/** What stands in lines of programs and hardly in prose, logs or data. */
const codeMark =
  /^from \S+ import |^import \S+$|^(?:import|from|use|using|package|namespace) [\w.*\\/{}, "'@-]+;?$|[;{}([,:]\s*$|=>|->|::|:=|[!=]==?|&&|\|\||\w\([^)]*\)|[\w\])] [-+*/|&?]?= \S|<[A-Z]\w*>|^end\b/;
/** A line that closes what lines before it opened, and one that assigns, calls or is called upon. */
const closing =
  /^[)}\]]+[;,)]*(?:\s*(?:else|catch|finally|while)\b.*)?\s*[{(]?$|^(?:end|fi|done|esac|pass|break|continue)[;,]?$/;
const statement =
  /;$|^[\w.$@[\]'"*&]+(?:: ?[\w<>[\]|. ,?]+)? (?:[-+*/|&?:]?=) \S|^[$@]?[\w.]+(?:->|::|\?\.)[\w.>:-]+\(|^\.\w+\(|^(?:await |yield |go )?[\w.$:]+\([^"']{0,200}\)?[;,{]?$|^[\w.$:>-]+\((?:[fbr]?["'\u0060].{0,300}["'\u0060])?.{0,80}\)?[;,]?$|=> ?[{(\w]|^->|^\|>/;
const comment = /^(?:\/\/|\/\*|\*\/?(?:\s|$)|#(?!#* [A-Z])(?![\d#])\s?\S|--\s|"""|'''|<!--|%%)/;
const decorator = /^(?:@[\w.]+(?:\(|$)|#\[|\[\w+(?:\(.*\))?\]$)/;
/** Members of objects and arguments by name: data has them as well as code. */
const member =
  /^["'\u0060]?(?!\w*(?:Error|Exception)\b)[\w$.-]+["'\u0060]?\??\s?(?::|=>|=)\s?(?:["'\u0060\d[{(]|\S+$)|^["'\u0060[{(\d].*,$|^["'\u0060].*["'\u0060],?$/;

/** What a line of a text is to one who looks for programs. */
export type LineKind = 'code' | 'data' | 'other' | 'blank';

/** Tells lines of code from data, which programs and errors both hold, and from all else. */
export function lineKind(line: string): LineKind {
  const bare = line.replace(/^[-+ \t>|│]{0,200}(?:\d{1,5}[|:] )?/, '').trimEnd();
  if (bare === '') return 'blank';
  if (bare.length > 400) return 'other';
  if (keyword.test(bare)) return codeMark.test(bare) ? 'code' : 'other';
  if (closing.test(bare) || decorator.test(bare) || comment.test(bare)) return 'code';
  if (statement.test(bare)) return 'code';
  return member.test(bare) ? 'data' : 'other';
}
