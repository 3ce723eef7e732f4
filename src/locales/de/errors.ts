import type { ErrorFacts, ErrorMessages, ErrorWords } from '../../react/words/errors.js';

const say = (title: string, advice: string) => (): ErrorWords => ({ title, advice });

const later = ({ retryAt }: ErrorFacts, otherwise: string): string =>
  retryAt === undefined ? otherwise : `Versuchen Sie es ab ${retryAt} wieder.`;

export const errors: ErrorMessages = {
  invalid_param: ({ field }) => ({
    title: field === undefined ? 'Eine Einstellung wurde nicht angenommen' : `Die Einstellung „${field}“ wurde nicht angenommen`,
    advice: 'Ändern Sie sie und versuchen Sie es noch einmal.',
  }),
  model_not_found: say('Dieses Modell gibt es nicht', 'Wählen Sie ein anderes Modell.'),
  unsupported_model: say('Dieses Modell kann das nicht', 'Wählen Sie ein anderes Modell.'),
  invalid_api_key: say('Der Schlüssel dieser App wurde abgelehnt', 'Bitten Sie den Betreiber, den Schlüssel zu prüfen.'),
  missing_api_key: say('Diese App hat keinen Schlüssel', 'Bitten Sie den Betreiber, dem Server einen zu geben.'),
  not_signed_in: say('Sie sind nicht angemeldet', 'Melden Sie sich neu an und versuchen Sie es noch einmal.'),
  proxy_not_found: say('Diese App ist nicht richtig eingerichtet', 'Bitten Sie den Betreiber, die Einrichtung zu prüfen.'),
  insufficient_balance: say('Das Guthaben reicht nicht', 'Laden Sie es auf und versuchen Sie es noch einmal.'),
  quota_exceeded: say('Ausgabengrenze erreicht', 'Bitten Sie um eine höhere Grenze, oder warten Sie bis zum nächsten Zeitraum.'),
  permission_denied: say('Nicht erlaubt', 'Bitten Sie den Betreiber dieser App um Zugang.'),
  model_not_in_group: say('Dieses Modell steht Ihnen nicht zur Verfügung', 'Wählen Sie ein anderes Modell.'),
  task_not_found: say('Dieser Auftrag ist nicht mehr bekannt', 'Erzeugen Sie es noch einmal.'),
  not_found: say('Dort wurde nichts gefunden', 'Erzeugen Sie es noch einmal.'),
  duplicate_out_task_id: say('Das wurde schon mit anderen Einstellungen gesendet', 'Beginnen Sie es als neuen Auftrag.'),
  request_entity_too_large: say('Die Anfrage ist zu groß', 'Kürzen Sie den Prompt oder nehmen Sie ein kleineres Bild.'),
  rate_limit_exceeded: (facts) => ({
    title: 'Zu schnelle Ausgaben für die Grenze',
    advice: later(facts, 'Warten Sie ein paar Minuten und versuchen Sie es noch einmal.'),
  }),
  concurrency_limit: say('Zu viele zugleich', 'Warten Sie, bis einer fertig ist, und versuchen Sie es noch einmal.'),
  safety_blocked: say('Vom Sicherheitsfilter gesperrt', 'Ändern Sie den Prompt und versuchen Sie es noch einmal.'),
  internal_error: say('Der Dienst hatte eine Störung', 'Versuchen Sie es gleich noch einmal.'),
  api_error: say('Der Anbieter des Modells hatte eine Störung', 'Versuchen Sie es gleich noch einmal, oder wählen Sie ein anderes Modell.'),
  timeout: say('Es hat zu lange gedauert', 'Versuchen Sie es gleich noch einmal.'),
  aborted: say('Angehalten', 'Erzeugen Sie es noch einmal, wenn Sie es möchten.'),
  invalid_config: say('Diese App ist nicht richtig eingerichtet', 'Bitten Sie den Betreiber, die Einrichtung zu prüfen.'),
  invalid_response: say('Die Antwort war nicht lesbar', 'Versuchen Sie es gleich noch einmal.'),
  network_error: say('Die Verbindung ist abgebrochen', 'Prüfen Sie Ihr Netz und versuchen Sie es noch einmal.'),
  offline: say('Sie sind offline', 'Es wurde nichts gesendet. Versuchen Sie es, wenn Sie wieder verbunden sind.'),
  outcome_unknown: say('Die Antwort ging unterwegs verloren', 'Sehen Sie nach, bevor Sie es noch einmal erzeugen.'),
  still_running: say('Es wird noch gerendert', 'Warten Sie, bis es fertig ist.'),
  task_cancelled: say('Es wurde abgebrochen', 'Erzeugen Sie es noch einmal, wenn Sie es möchten.'),
  task_failed: say('Es konnte nicht gerendert werden', 'Versuchen Sie es noch einmal, oder ändern Sie den Prompt.'),
};
