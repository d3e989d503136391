// What is used of libraries that bring no types, or types that do not resolve.

declare module '@nlpjs/core' {
  export interface Container {
    use(plugin: unknown): void;
  }
  export const containerBootstrap: () => Promise<Container>;
}

declare module '@nlpjs/nlp' {
  export interface Classified {
    /** Best first. */
    readonly classifications: readonly { readonly intent: string; readonly score: number }[];
  }
  export class Nlp {
    constructor(settings: {
      container: import('@nlpjs/core').Container;
      languages: readonly string[];
      autoSave: boolean;
      autoLoad: boolean;
      nlu: { log: boolean };
    });
    addDocument(locale: string, utterance: string, intent: string): void;
    train(): Promise<unknown>;
    process(locale: string, utterance: string): Promise<Classified>;
    export(minified: boolean): string;
  }
}

declare module '@nlpjs/lang-en' {
  export const LangEn: unknown;
}

declare module '@nlpjs/lang-zh' {
  export const LangZh: unknown;
}

declare module 'fasttext.wasm.js' {
  /** A vector of C++: it is not freed by itself. */
  export interface Found {
    size(): number;
    get(at: number): readonly [probability: number, label: string] | undefined;
    delete(): void;
  }
  export interface FastTextModel {
    predict(text: string, most: number, atLeast: number): Found;
    saveModel(): Blob;
  }
  export interface FastText {
    trainSupervised(
      url: string,
      settings: Readonly<Record<string, number | string>>,
      progress: () => void,
    ): Promise<FastTextModel>;
  }
  export const getFastTextModule: () => Promise<unknown>;
  export const getFastTextClass: (options: {
    getFastTextModule: typeof getFastTextModule;
  }) => Promise<new () => FastText>;
}
