/** A level of `output_config.effort`. */
export type EffortLevel = 'low' | 'medium' | 'high' | 'xhigh' | 'max';

/** A value of `thinking.type`. */
export type ThinkingMode = 'enabled' | 'adaptive' | 'disabled' | 'between_tools';

/** What is known of one model: its ids, its life and what it can do. Members are absent where nothing is known. */
export interface Model {
  /** The id on the Claude API. */
  readonly id: string;
  readonly aliases: readonly string[];
  readonly family: 'fable' | 'mythos' | 'opus' | 'sonnet' | 'haiku' | 'claude' | 'instant';
  /** ISO dates. */
  readonly launchedOn?: string;
  readonly deprecatedOn?: string;
  /** The last day on which the model answers on the Claude API. */
  readonly retiresOn?: string;
  readonly replacement?: string;
  /** Tokens. */
  readonly contextWindow?: number;
  readonly maxOutputTokens?: number;
  readonly thinking: {
    readonly modes: readonly ThinkingMode[];
    /** What holds when `thinking` is left out; `always`: it cannot be turned off. */
    readonly whenOmitted: 'off' | 'on' | 'always';
  };
  /** Empty where the model does not take `output_config.effort`. */
  readonly effortLevels: readonly EffortLevel[];
  readonly defaultEffort?: EffortLevel;
  /** `xhigh`, `max` and a change of effort are refused while thinking is off. */
  readonly bindsEffortToThinking: boolean;
  readonly hasPrefill: boolean;
  readonly hasForcedToolChoice: boolean;
  /** `free`: all; `one`: `temperature` or `top_p`, not both; `default`: only values that change nothing. */
  readonly sampling: 'free' | 'one' | 'default';
  /** Absent where it was not measured. */
  readonly hasMidConversationSystem?: boolean;
  readonly maxImages: number;
  /** The longest side, in pixels, that reaches the model unscaled, and the tokens that it then costs. */
  readonly nativeImage: { readonly sidePixels: number; readonly tokens: number };
  readonly maxPdfPages: number;
  /** The shortest prompt that is cached. */
  readonly minCacheTokens?: number;
  readonly hasInferenceGeo: boolean;
  /** Refuses thinking blocks of another conversation. */
  readonly hasBlockBinding: boolean;
  readonly hasLegacyComputerTool: boolean;
  readonly needsRetention: boolean;
  readonly platformIds: {
    readonly bedrock?: string;
    /** Inference-profile prefixes (`us`, `global`) seen with the Bedrock id. */
    readonly bedrockProfiles?: readonly string[];
    readonly vertex?: string;
  };
}

/** What a model id turned out to be. */
export type ModelResolution =
  | { readonly kind: 'known'; readonly model: Model; readonly spelling: ModelSpelling }
  /** A name that the customer chose (an application inference profile, a Foundry deployment, a gateway's own name). */
  | { readonly kind: 'opaque'; readonly because: string }
  | {
      readonly kind: 'unknown';
      /** Ids that were probably meant, best first. */
      readonly suggestions: readonly string[];
      /** Written like a model of a known family, with a version above all that are known. */
      readonly looksNewer: boolean;
    };

/** In whose form a known model's id is written. */
export type ModelSpelling = 'id' | 'alias' | 'bedrock' | 'vertex' | 'prefixed' | 'suffixed';
