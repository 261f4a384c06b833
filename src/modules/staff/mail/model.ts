/** What a mail to a member of the team is written of. */
export type TeamMail =
  | {
      readonly kind: 'invitation';
      readonly invitedBy: string;
      readonly roles: readonly string[];
      /** The link's token: who reads the table is not let in. */
      readonly sealedToken: string;
      readonly expiresAt: string;
    }
  | {
      readonly kind: 'new_browser';
      readonly name: string;
      readonly ip: string;
      readonly userAgent: string;
      readonly at: string;
    }
  | {
      readonly kind: 'security_changed';
      readonly name: string;
      readonly what: SecurityChange;
      readonly at: string;
    };

export type SecurityChange =
  | 'password_changed'
  | 'authenticator_changed'
  | 'passkey_added'
  | 'passkey_removed'
  | 'recovery_codes_made'
  | 'recovery_code_used'
  | 'made_anew';
