export interface Client {
  readonly baseUrl: string;
}
