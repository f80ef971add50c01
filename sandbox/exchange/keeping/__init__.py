"""Who may ask: request secrets, signatures of three schemes, and the signature under each answer."""
