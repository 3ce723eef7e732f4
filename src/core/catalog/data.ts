import type { ImageModel, VideoModel } from './model.js';

// Facts of the gateway's published reference. Money in USD, waits in seconds. `null`: not stated, or not taken.
const SIZES_1K = ['1024x1024', '1024x1536', '1536x1024'] as const;
const SIZES_2K = ['1024x1024', '2048x2048', '2048x1536', '1536x2048'] as const;
const SIZES_4K = ['1024x1024', '1024x1536', '1536x1024', '2048x2048', '4096x4096'] as const;
const IMAGE_RATIOS = ['1:1', '9:16', '16:9', '4:3', '3:4'] as const;
const VIDEO_RATIOS = ['16:9', '9:16', '1:1'] as const;
const TO_1080P = ['720p', '1080p'] as const;
const STANDARD_HD = { options: ['standard', 'hd'], default: 'standard' } as const;
const LOW_TO_AUTO = { options: ['low', 'medium', 'high', 'auto'], default: 'medium' } as const;
const NATURAL_VIVID = { options: ['natural', 'vivid'], default: 'natural' } as const;
const LOW_TO_HIGH = { options: ['low', 'medium', 'high'], default: 'medium' } as const;
const FORMATS = { options: ['png', 'webp', 'jpeg'], default: 'png', compression: { min: 0, max: 100, onlyFor: ['webp', 'jpeg'] } } as const;

export const imageModels = [
  {
    id: 'seedream-v4', name: 'Seedream V4', vendor: 'ByteDance', kind: 'image', endpoint: 'images',
    promptLanguage: 'cjk-native', seed: true, negativePrompt: true, imageInit: false, maxN: 4,
    sizes: SIZES_1K, defaultSize: '1024x1024', aspectRatios: null,
    quality: null, style: null, formats: null,
    rates: [{ size: '1024x1024', perImage: 0.024 }],
    latency: null, syncLimitSeconds: 30,
    strengths: ['cjk prompts', 'illustration', 'aesthetic', 'packaging', 'editorial stills', 'predictable 1024 output'],
  },
  {
    id: 'seedream-v4.5', name: 'Seedream V4.5', vendor: 'ByteDance', kind: 'image', endpoint: 'images',
    promptLanguage: 'cjk-native', seed: true, negativePrompt: true, imageInit: false, maxN: 4,
    sizes: ['1024x1024', '2048x2048', '1024x2048', '2048x1024'], defaultSize: '2048x2048', aspectRatios: null,
    quality: null, style: null, formats: null,
    rates: [{ size: '2048x2048', perImage: 0.03 }],
    latency: [{ size: '2048x2048', min: 12, max: 18 }], syncLimitSeconds: 30,
    strengths: ['cjk prompts', 'illustration', '2048 output', 'text in image', 'packaging', 'typography'],
  },
  {
    id: 'seedream-v5lite', name: 'Seedream V5 lite', vendor: 'ByteDance', kind: 'image', endpoint: 'images',
    promptLanguage: 'cjk-native', seed: true, negativePrompt: true, imageInit: false, maxN: 4,
    sizes: SIZES_1K, defaultSize: '1024x1024', aspectRatios: null,
    quality: null, style: null, formats: null,
    rates: [{ size: '1024x1024', perImage: 0.012 }],
    latency: [{ size: '1024x1024', min: 4, max: 6 }], syncLimitSeconds: 15,
    strengths: ['drafts', 'prompt iteration', 'cheapest', 'cjk prompts'],
  },
  {
    id: 'nano-banana', name: 'Nano Banana', vendor: 'Google', kind: 'image', endpoint: 'images',
    promptLanguage: 'english', seed: true, negativePrompt: false, imageInit: false, maxN: 2,
    sizes: SIZES_1K, defaultSize: '1024x1024', aspectRatios: IMAGE_RATIOS,
    quality: null, style: null, formats: null,
    rates: [{ size: '1024x1024', perImage: 0.02 }],
    latency: [{ size: '1024x1024', min: 6, max: 10 }], syncLimitSeconds: 30,
    strengths: ['photoreal', 'studio lighting', 'materials', 'low cost photoreal iteration'],
  },
  {
    id: 'nano-banana-pro', name: 'Nano Banana Pro', vendor: 'Google', kind: 'image', endpoint: 'images',
    promptLanguage: 'english', seed: true, negativePrompt: false, imageInit: false, maxN: 2,
    sizes: SIZES_2K, defaultSize: '2048x2048', aspectRatios: IMAGE_RATIOS,
    quality: STANDARD_HD, style: null, formats: null,
    rates: [{ size: '2048x2048', quality: 'standard', perImage: 0.04 }, { size: '2048x2048', quality: 'hd', perImage: 0.08 }],
    latency: [{ size: '2048x2048', quality: 'standard', min: 12, max: 18 }, { size: '2048x2048', quality: 'hd', min: 25, max: 40 }], syncLimitSeconds: 45,
    strengths: ['photoreal', 'hero', 'glass and metal', 'studio lighting', 'product photography', 'material fidelity'],
  },
  {
    id: 'nano-banana-v2', name: 'Nano Banana 2', vendor: 'Google', kind: 'image', endpoint: 'images',
    promptLanguage: 'english', seed: true, negativePrompt: false, imageInit: false, maxN: 2,
    sizes: SIZES_2K, defaultSize: '2048x2048', aspectRatios: IMAGE_RATIOS,
    quality: STANDARD_HD, style: null, formats: null,
    rates: [{ size: '2048x2048', perImage: 0.04 }],
    latency: [{ size: '2048x2048', quality: 'standard', min: 14, max: 22 }], syncLimitSeconds: 45,
    strengths: ['legible text in image', 'hands and faces', 'people at small scale', 'photoreal'],
  },
  {
    id: 'gpt-image-2', name: 'GPT-Image 2', vendor: 'OpenAI', kind: 'image', endpoint: 'images',
    promptLanguage: 'english', seed: false, negativePrompt: false, imageInit: false, maxN: 4,
    sizes: SIZES_4K, defaultSize: '1024x1024', aspectRatios: null,
    quality: LOW_TO_AUTO, style: NATURAL_VIVID, formats: FORMATS,
    rates: [{ size: '1024x1024', quality: 'medium', perImage: 0.03 }, { size: '1024x1024', quality: 'high', perImage: 0.08 }, { size: '2048x2048', quality: 'high', perImage: 0.25 }],
    latency: [{ size: '1024x1024', quality: 'high', min: 12, max: 18 }], syncLimitSeconds: 30,
    strengths: ['spatial relationships', 'counts', 'composition', 'prompt following', 'text in image'],
  },
  {
    id: 'gpt-image-2-official', name: 'GPT-Image 2 Official', vendor: 'OpenAI', kind: 'image', endpoint: 'images',
    promptLanguage: 'english', seed: false, negativePrompt: false, imageInit: false, maxN: 4,
    sizes: SIZES_4K, defaultSize: '1024x1024', aspectRatios: null,
    quality: LOW_TO_AUTO, style: NATURAL_VIVID, formats: FORMATS,
    rates: [{ multiplierOf: 'gpt-image-2', factor: 1.25 }],
    latency: [{ size: '1024x1024', quality: 'high', min: 14, max: 22 }], syncLimitSeconds: 30,
    strengths: ['compliance', 'audit', 'data residency', 'provider-direct routing'],
  },
  {
    id: 'gpt-4o-image', name: 'GPT-4o Image', vendor: 'OpenAI', kind: 'image', endpoint: 'chat',
    promptLanguage: 'english', seed: false, negativePrompt: false, imageInit: true, maxN: 2,
    sizes: ['1024x1024', '1024x1536', '1536x1024', '2048x2048'], defaultSize: '1024x1024', aspectRatios: null,
    quality: LOW_TO_HIGH, style: null, formats: null,
    rates: [{ size: '1024x1024', perTurn: 0.08 }],
    latency: [{ size: '1024x1024', min: 10, max: 16 }], syncLimitSeconds: 30,
    strengths: ['multi-turn editing', 'conversation', 'mixed text and image'],
  },
] as const satisfies readonly ImageModel[];

export const videoModels = [
  {
    id: 'sora-2', name: 'Sora 2', vendor: 'OpenAI', kind: 'video', endpoint: 'tasks',
    promptLanguage: 'english', seed: true, imageInit: true,
    duration: { min: 1, max: 10 }, resolutions: TO_1080P, defaultResolution: '720p', aspectRatios: VIDEO_RATIOS,
    rates: [{ resolution: '1080p', perSecond: 0.3 }],
    latency: [{ clipSeconds: 5, min: 60, max: 120 }],
    cadence: [{ every: 2, until: 180 }, { every: 5, until: null }],
    strengths: ['1080p', 'vertical social', 'drafts for Sora 2 Pro'],
  },
  {
    id: 'sora-2-pro', name: 'Sora 2 Pro', vendor: 'OpenAI', kind: 'video', endpoint: 'tasks',
    promptLanguage: 'english', seed: true, imageInit: true,
    duration: { min: 1, max: 20 }, resolutions: TO_1080P, defaultResolution: '1080p', aspectRatios: VIDEO_RATIOS,
    stylePresets: ['cinematic', 'anime', 'documentary', 'none'],
    rates: [{ resolution: '1080p', perSecond: 0.45 }],
    latency: [{ clipSeconds: 5, min: 90, max: 180 }, { clipSeconds: 8, min: 120, max: 180 }],
    cadence: [{ every: 2, until: 90 }, { every: 5, until: 240 }],
    strengths: ['hero', 'cinematic', 'studio shots', 'length up to 20 s'],
  },
  {
    id: 'veo-3.1', name: 'Veo 3.1', vendor: 'Google', kind: 'video', endpoint: 'tasks',
    promptLanguage: 'english', seed: true, imageInit: true,
    duration: { min: 1, max: 8 }, resolutions: TO_1080P, defaultResolution: '1080p', aspectRatios: VIDEO_RATIOS,
    rates: [{ resolution: '1080p', perSecond: 0.1 }],
    latency: [{ clipSeconds: 5, min: 60, max: 120 }],
    cadence: [{ every: 2, until: 60 }, { every: 5, until: 180 }],
    strengths: ['natural world', 'water', 'weather', 'wildlife', 'coherent physics'],
  },
  {
    id: 'veo-3.1-fast', name: 'Veo 3.1 Fast', vendor: 'Google', kind: 'video', endpoint: 'tasks',
    promptLanguage: 'english', seed: true, imageInit: true,
    duration: { min: 1, max: 5 }, resolutions: ['720p'], defaultResolution: '720p', aspectRatios: VIDEO_RATIOS,
    rates: [{ resolution: '720p', perSecond: 0.04 }],
    latency: [{ clipSeconds: 4, min: 20, max: 40 }],
    cadence: [{ every: 1, until: 30 }, { every: 2, until: 60 }],
    strengths: ['fast', 'drafts', 'natural world'],
  },
  {
    id: 'seedance-1.5-pro', name: 'Seedance 1.5 Pro', vendor: 'ByteDance', kind: 'video', endpoint: 'tasks',
    promptLanguage: 'cjk-native', seed: true, imageInit: true,
    duration: { min: 1, max: 6 }, resolutions: TO_1080P, defaultResolution: '1080p', aspectRatios: VIDEO_RATIOS,
    motionIntensity: LOW_TO_HIGH, supersededBy: 'seedance-2.0-pro',
    rates: [{ resolution: '1080p', perSecond: 0.08 }],
    latency: [{ clipSeconds: 5, min: 60, max: 90 }],
    cadence: [{ every: 2, until: 60 }, { every: 5, until: 180 }],
    strengths: ['pipelines validated against this version'],
  },
  {
    id: 'seedance-2.0', name: 'Seedance 2.0', vendor: 'ByteDance', kind: 'video', endpoint: 'tasks',
    promptLanguage: 'cjk-native', seed: true, imageInit: true,
    duration: { min: 1, max: 8 }, resolutions: TO_1080P, defaultResolution: '1080p', aspectRatios: VIDEO_RATIOS,
    motionIntensity: LOW_TO_HIGH,
    rates: [{ resolution: '1080p', perSecond: 0.06 }],
    latency: [{ clipSeconds: 6, min: 60, max: 90 }],
    cadence: [{ every: 2, until: 60 }, { every: 5, until: 180 }],
    strengths: ['character motion', 'cjk prompts', 'low cost 1080p', 'default ByteDance tier'],
  },
  {
    id: 'seedance-2.0-pro', name: 'Seedance 2.0 Pro', vendor: 'ByteDance', kind: 'video', endpoint: 'tasks',
    promptLanguage: 'cjk-native', seed: true, imageInit: true,
    duration: { min: 1, max: 10 }, resolutions: TO_1080P, defaultResolution: '1080p', aspectRatios: VIDEO_RATIOS,
    motionIntensity: LOW_TO_HIGH,
    rates: [{ resolution: '1080p', perSecond: 0.15 }],
    latency: [{ clipSeconds: 8, min: 90, max: 150 }],
    cadence: [{ every: 2, until: 90 }, { every: 5, until: 240 }],
    strengths: ['hero', 'character motion', 'cjk prompts', 'lip-sync', 'dialogue'],
  },
  {
    id: 'seedance-2.0-pro-fast', name: 'Seedance 2.0 Pro Fast', vendor: 'ByteDance', kind: 'video', endpoint: 'tasks',
    promptLanguage: 'cjk-native', seed: true, imageInit: true,
    duration: { min: 1, max: 8 }, resolutions: TO_1080P, defaultResolution: '1080p', aspectRatios: VIDEO_RATIOS,
    motionIntensity: LOW_TO_HIGH,
    rates: [{ resolution: '1080p', perSecond: 0.12 }],
    latency: [{ clipSeconds: 6, min: 45, max: 75 }],
    cadence: [{ every: 2, until: 60 }, { every: 5, until: 120 }],
    strengths: ['pro fidelity on a deadline', 'half the wait of full Pro on 5-8 s clips'],
  },
  {
    id: 'seedance-fast', name: 'Seedance Fast', vendor: 'ByteDance', kind: 'video', endpoint: 'tasks',
    promptLanguage: 'cjk-native', seed: true, imageInit: true,
    duration: { min: 1, max: 5 }, resolutions: ['720p'], defaultResolution: '720p', aspectRatios: VIDEO_RATIOS,
    motionIntensity: LOW_TO_HIGH,
    rates: [{ resolution: '720p', perSecond: 0.03 }],
    latency: [{ clipSeconds: 4, min: 15, max: 25 }],
    cadence: [{ every: 1, until: 30 }, { every: 2, until: 60 }],
    strengths: ['fastest', 'cheapest', 'drafts', 'cjk prompts', 'character motion'],
  },
] as const satisfies readonly VideoModel[];
