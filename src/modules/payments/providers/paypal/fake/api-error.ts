/** An error as PayPal's API answers it. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: object;

  constructor(status: number, name: string, issue?: string) {
    super(issue ?? name);
    this.status = status;
    const details = issue === undefined ? {} : { details: [{ issue, description: issue }] };
    this.body = {
      name,
      message: 'The request was refused.',
      debug_id: '90957fca61718',
      ...details,
      links: [],
    };
  }
}

export function unprocessable(issue: string): ApiError {
  return new ApiError(422, 'UNPROCESSABLE_ENTITY', issue);
}

export function invalid(issue: string): ApiError {
  return new ApiError(400, 'INVALID_REQUEST', issue);
}

export function missing(): ApiError {
  return new ApiError(404, 'RESOURCE_NOT_FOUND', 'INVALID_RESOURCE_ID');
}
