/** An error as Worldpay's API answers it. */
export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, errorName: string) {
    super(errorName);
    this.status = status;
  }

  get body(): object {
    return { errorName: this.message, message: 'The request was refused.' };
  }
}
